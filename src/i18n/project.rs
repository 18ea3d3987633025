//! Sentences that describe a project: term, team, working environment, SD-Boxes and options.

use super::reasons::{counted_unit, months};
use super::{Lang, configuration, period};
use tariff::{Choice, Chosen, Configuration, PriceList, Project, ProjectOption, Quote};

/// « 12 mois, du 1er août 2020 au 31 juillet 2021 », and whether it is a renewal.
pub fn term(lang: Lang, project: &Project, quote: &Quote<'_>) -> String {
    let renewal = match project.renewal {
        true => lang.pick(" (renouvellement d’un projet existant)", " (renewal of an existing project)"),
        false => "",
    };
    format!("{}, {}{renewal}", months(lang, project.months), period(lang, quote))
}

/// « 2 utilisateurs, dont 1 doctorant ou post-doctorant ».
pub fn team(lang: Lang, project: &Project) -> String {
    let (users, students) = (project.users, project.students);
    let mut team = match lang {
        Lang::Fr => format!("{users}\u{a0}{}", lang.plural(users, "utilisateur", "utilisateurs")),
        Lang::En => format!("{users}\u{a0}{}", lang.plural(users, "user", "users")),
    };
    if students > 0 {
        team += &match lang {
            Lang::Fr => format!(
                ", dont {students}\u{a0}{}",
                lang.plural(students, "doctorant ou post-doctorant", "doctorants ou post-doctorants")
            ),
            Lang::En => format!(
                ", of whom {students}\u{a0}{}",
                lang.plural(students, "PhD student or postdoc", "PhD students or postdocs")
            ),
        };
    }
    team
}

/// « Configuration 1 : 2 vCPU, 8 Go de mémoire, 200 Go de disque ».
pub fn environment(lang: Lang, chosen: &Configuration) -> String {
    format!("{}{} {}", lang.of(&chosen.label), colon(lang), configuration(lang, chosen))
}

/// « 2 SD-Box pendant 12 mois », « 3 SD-Box : 2 pendant 12 mois, 1 pendant 6 mois », the longest first.
pub fn boxes(lang: Lang, project: &Project) -> String {
    let mut terms: Vec<u32> = project.access_points.iter().map(|access_point| access_point.months).collect();
    terms.sort_unstable_by(|a, b| b.cmp(a));
    let count = terms.len() as u32;
    let called = format!("{count}\u{a0}{}", lang.pick("SD-Box", lang.plural(count, "SD-Box", "SD-Boxes")));
    let during = |months_each| format!("{}\u{a0}{}", lang.pick("pendant", "for"), months(lang, months_each));
    match (terms.first(), terms.last()) {
        (Some(longest), Some(shortest)) if longest == shortest => format!("{called} {}", during(*longest)),
        (Some(_), Some(_)) => {
            let of_one_term = |terms: &[u32]| format!("{}\u{a0}{}", terms.len(), during(terms[0]));
            let terms: Vec<String> = terms.chunk_by(|a, b| a == b).map(of_one_term).collect();
            format!("{called}{} {}", colon(lang), terms.join(", "))
        }
        _ => lang.page().none.into(),
    }
}

/// The chosen options: « Exports automatiques ; Crédits de sortie : 3 lots ».
pub fn options(lang: Lang, list: &PriceList, project: &Project) -> String {
    let options = list.options_of(project.offer);
    let chosen = options.filter_map(|option| Some((option, project.options.get(&option.id)?)));
    let chosen: Vec<String> = chosen.map(|(option, chosen)| chosen_option(lang, option, chosen)).collect();
    if chosen.is_empty() { lang.pdf().no_option.into() } else { chosen.join(lang.pick("\u{a0}; ", "; ")) }
}

/// An option as it was chosen: « Exports automatiques », « Crédits de sortie : 3 lots ».
pub fn chosen_option(lang: Lang, option: &ProjectOption, chosen: &Chosen) -> String {
    let label = lang.of(&option.label);
    let detail = match (&option.choice, chosen) {
        (Choice::OneOf(alternatives), Chosen::Alternative(id)) => {
            alternatives.iter().find(|one| one.id == *id).map(|one| lang.of(&one.label).into())
        }
        (Choice::Counted(counted), Chosen::Quantity(quantity)) => {
            Some(format!("{quantity}\u{a0}{}", counted_unit(lang, counted, *quantity)))
        }
        _ => None,
    };
    detail.map_or_else(|| label.into(), |detail: String| format!("{label}{} {detail}", colon(lang)))
}

fn colon(lang: Lang) -> &'static str {
    lang.pick("\u{a0}:", ":")
}
