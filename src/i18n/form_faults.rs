//! Translations of JSON syntax and type errors (`serde_json`), for the tariff manager. No visitor loads them.

use super::Lang;

/// Translates a JSON syntax error, and says what to do. `what` is the parser's English message.
pub fn not_json(lang: Lang, what: &str) -> String {
    let fr = match what {
        _ if what.starts_with("EOF") => {
            "Le fichier s’arrête trop tôt\u{a0}: une accolade, un crochet ou un guillemet n’est pas refermé."
        }
        "trailing comma" => "Il y a une virgule de trop avant l’accolade ou le crochet qui suit.",
        "trailing characters" => {
            "Il y a quelque chose après la fin\u{a0}: le fichier doit s’arrêter à la dernière accolade."
        }
        "expected `:`" => "Il manque un deux-points après le nom.",
        "expected `,` or `}`" => "Il manque une virgule, ou l’accolade qui referme.",
        "expected `,` or `]`" => "Il manque une virgule, ou le crochet qui referme.",
        "key must be a string" => "Un nom entre guillemets droits est attendu.",
        "invalid number" | "number out of range" => "Ce nombre n’est pas lisible.",
        "invalid escape" => "Une barre oblique inverse n’est pas suivie de ce qu’elle annonce.",
        "recursion limit exceeded" => "Trop de crochets ou d’accolades sont ouverts les uns dans les autres.",
        _ if what.starts_with("control character") => {
            "Un texte contient un retour à la ligne ou une tabulation\u{a0}: il doit tenir sur une ligne."
        }
        _ => {
            "Une valeur est attendue\u{a0}: un texte entre guillemets droits, un nombre, true, false, une accolade ou un crochet."
        }
    };
    match lang {
        Lang::Fr => format!("Ce n’est pas du JSON. {fr}"),
        Lang::En => {
            format!("This is not JSON: {}. Correct it here, or just before.", what.replace('`', "\""))
        }
    }
}

/// Translates a type error, and says what to do. `what` is the parser's English message.
pub fn form_fault(lang: Lang, what: &str) -> String {
    let fr = || {
        let missing = what.strip_prefix("missing field `").and_then(|name| name.strip_suffix('`'));
        if let Some(name) = missing {
            return format!("Il manque «\u{202f}{name}\u{202f}». Ajoutez-le.");
        }
        let twice = what.strip_prefix("duplicate field `").and_then(|name| name.strip_suffix('`'));
        if let Some(name) = twice {
            return format!("«\u{202f}{name}\u{202f}» est là deux fois. Retirez l’un des deux.");
        }
        // The name may have anything in it; what is expected comes last.
        let unknown = what.strip_prefix("unknown field `").or_else(|| what.strip_prefix("unknown variant `"));
        if let Some((name, expected)) = unknown.and_then(|rest| rest.rsplit_once("`, expected ")) {
            let expected = between_backquotes(expected).join(", ");
            return format!(
                "«\u{202f}{name}\u{202f}» n’est pas attendu ici. Corrigez-le, ou retirez-le\u{a0}; sont possibles\u{a0}: {expected}."
            );
        }
        let invalid = what.strip_prefix("invalid type: ").or_else(|| what.strip_prefix("invalid value: "));
        let expected = match invalid.and_then(|rest| rest.rsplit_once(", expected ")) {
            Some((_, expected)) => expected,
            None => what.strip_prefix("expected ").unwrap_or(what),
        };
        match expected_in_french(expected) {
            Some(expected) => format!("Ce n’est pas ce qui est attendu ici\u{a0}: {expected}."),
            None => "Ce n’est pas ce qui est attendu ici. Comparez avec une autre grille, ou avec la documentation du format.".into(),
        }
    };
    match lang {
        Lang::Fr => fr(),
        Lang::En => {
            // The names of the code mean nothing to the author of a list.
            let what = what.replace('`', "\"");
            let what = match what.rsplit_once("expected ") {
                Some((before, expected)) if expected.starts_with("struct ") => {
                    format!("{before}expected values in braces")
                }
                Some((before, "u16" | "u32")) => format!("{before}expected a whole number"),
                _ => what,
            };
            let mut letters = what.chars();
            let first = letters.next().map(|c| c.to_ascii_uppercase());
            format!("{}{}.", first.map(String::from).unwrap_or_default(), letters.as_str())
        }
    }
}

/// The expected type, in French.
fn expected_in_french(expected: &str) -> Option<&'static str> {
    Some(match expected {
        _ if expected.starts_with("an amount of at most") => "un montant d’au plus 1000000.00",
        _ if expected.starts_with("an amount") => {
            "un montant comme \"35.00\", en chiffres, avec un point et deux décimales"
        }
        _ if expected.starts_with("a percentage") => {
            "un pourcentage comme \"50\" ou \"5.5\", supérieur à 0, d’au plus 100, avec au plus deux décimales"
        }
        _ if expected.starts_with("a day") => "un jour comme \"2027-01-01\"",
        _ if expected.starts_with("a time") => "une heure comme \"14:00\", de 00:00 à 23:59",
        _ if expected.starts_with("an id") => {
            "un identifiant de 1 à 60 minuscules sans accent, chiffres et traits d’union"
        }
        _ if expected.starts_with("true, the id") => {
            "true, l’identifiant d’un choix, ou une quantité d’au moins 1"
        }
        "u32" | "u16" | "u64" | "usize" => "un nombre entier, sans guillemets",
        "a string" | "a borrowed string" => "un texte entre guillemets droits",
        "a boolean" => "true ou false, sans guillemets",
        "a sequence" => "une liste entre crochets",
        "a map" => "des valeurs entre accolades",
        _ if expected.starts_with("struct ") => "des valeurs entre accolades",
        _ if expected.contains("enum") || expected.contains("map") || expected.contains("variant") => {
            "l’un des mots prévus ici, ou des valeurs entre accolades"
        }
        _ => return None,
    })
}

/// The text between backquotes in the parser's message.
fn between_backquotes(what: &str) -> Vec<&str> {
    what.split('`').skip(1).step_by(2).collect()
}
