//! Sentences of charts, budgets and comparisons.

use chrono::Datelike;

use super::reasons::months;
use super::{Lang, amount, boxes, chosen_option, day, numbered_box, offer_name, role_name};
use crate::procedure::Role;
use tariff::{
    Budget, BudgetPeriod, CostItem, Currency, Due, Input, Institution, Money, Point, PriceList, Project,
    Quote, Varied,
};

/// The fixed sentences of plots and comparisons in one language.
#[derive(Debug)]
pub struct Plots {
    /// Title of the cost breakdown.
    pub by_item: &'static str,
    /// Where screen readers find the amounts of a chart.
    pub in_table: &'static str,
    /// Title of the budget by calendar year.
    pub by_year: &'static str,
    /// Title of the budget by twelve-month term.
    pub by_term: &'static str,
    /// Heading over both budgets.
    pub over_time: &'static str,
    /// Help on the assignment of amounts to years.
    pub due_help: &'static str,
    /// Title of the what-if chart.
    pub what_if: &'static str,
    /// Help on the what-if chart.
    pub what_if_help: &'static str,
    /// Title of the comparison of variants.
    pub variants: &'static str,
    /// Caption of the table of the cost breakdown.
    pub by_item_table: &'static str,
    /// Caption of the table of calendar years.
    pub by_year_table: &'static str,
    /// Caption of the table of terms.
    pub by_term_table: &'static str,
    /// Caption of the table of variants.
    pub variants_table: &'static str,
    /// Column: a part of the total.
    pub share: &'static str,
    /// Column: the year or the term.
    pub period: &'static str,
    /// Column: the months of a period.
    pub months: &'static str,
    /// Column or axis: the total.
    pub total: &'static str,
    /// Column: the project as it stands, in a table of others.
    pub current: &'static str,
    /// Heading of the inputs that differ.
    pub differing: &'static str,
    /// Message if none does.
    pub nothing_differs: &'static str,
    /// Note beside the input that is a price list.
    pub other_prices: &'static str,
    /// Row: the difference from the first total.
    pub difference: &'static str,
    /// Message for the first itself.
    pub first: &'static str,
    /// Message if totals cannot be compared.
    pub not_comparable: &'static str,
    /// A cell of something that the variant does not have.
    pub absent: &'static str,
    /// Button that shows the lines that are the same in all.
    pub show_same: &'static str,
    /// Input: the renewal.
    pub renewal: &'static str,
    /// Input: the students.
    pub students: &'static str,
    /// Input: the SD-Boxes, with all that belongs to them.
    pub access_points: &'static str,
}

const FR: Plots = Plots {
    by_item: "Coût par poste",
    in_table: "Ses montants sont dans le tableau qui suit.",
    by_year: "Coût par année civile",
    by_term: "Coût par période de douze mois",
    over_time: "Coût dans le temps",
    due_help: "Un mois compte en entier dans l’année où il commence. Ce qui est dû une fois l’est au début\u{a0}; ce qui est dû par période, au début de chaque période.",
    what_if: "Et si le projet changeait\u{a0}?",
    what_if_help: "Une seule entrée change à la fois, le reste du projet demeure. Les SD-Box louées pour toute la durée du projet la suivent.",
    variants: "Variantes côte à côte",
    by_item_table: "Montant de chaque poste et part du total",
    by_year_table: "Montants par année civile et par financeur",
    by_term_table: "Montants par période de douze mois et par financeur",
    variants_table: "Postes et totaux de chaque variante",
    share: "Part du total",
    period: "Période",
    months: "Mois",
    total: "Coût total",
    current: "Projet actuel",
    differing: "Ce qui diffère",
    nothing_differs: "Rien ne diffère\u{a0}: ces variantes sont le même projet.",
    other_prices: "Ces variantes n’ont pas toutes la même grille tarifaire\u{a0}: ce qui est demandé à l’identique peut y coûter autre chose.",
    difference: "Écart avec la première",
    first: "référence",
    not_comparable: "non comparable",
    absent: "pas dans celle-ci",
    show_same: "Afficher les postes identiques",
    renewal: "Renouvellement",
    students: "Doctorants et post-doctorants",
    access_points: "SD-Box\u{a0}: nombre, durées, financeurs et hébergeurs",
};

const EN: Plots = Plots {
    by_item: "Cost by item",
    in_table: "Its amounts are in the table that follows.",
    by_year: "Cost by calendar year",
    by_term: "Cost by term of twelve months",
    over_time: "Cost over time",
    due_help: "A month counts whole in the year in which it starts. What is due once is due at the start; what is due by term, when each term starts.",
    what_if: "What if the project changed?",
    what_if_help: "One entry changes at a time, the rest of the project stays. SD-Boxes rented for as long as the project lasts follow it.",
    variants: "Variants side by side",
    by_item_table: "Amount of each item and share of the total",
    by_year_table: "Amounts by calendar year and by funder",
    by_term_table: "Amounts by term of twelve months and by funder",
    variants_table: "Items and totals of each variant",
    share: "Share of the total",
    period: "Period",
    months: "Months",
    total: "Total cost",
    current: "Project as it stands",
    differing: "What differs",
    nothing_differs: "Nothing differs: these variants are the same project.",
    other_prices: "Not all of these variants have the same price list: what is asked for alike may cost something else.",
    difference: "Difference from the first",
    first: "reference",
    not_comparable: "not comparable",
    absent: "not in this one",
    show_same: "Show the items that are the same",
    renewal: "Renewal",
    students: "PhD students and postdocs",
    access_points: "SD-Boxes: number, months, funders and hosts",
};

impl Lang {
    /// The fixed sentences of plots and comparisons.
    pub fn plots(self) -> &'static Plots {
        match self {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }
}

/// Name of the varied quantity, for the axis and the choices.
pub fn varied(lang: Lang, varied: Varied) -> &'static str {
    match varied {
        Varied::Months => lang.pick("Durée du projet, en mois", "Length of the project, in months"),
        Varied::Users => lang.pick("Nombre d’utilisateurs", "Number of users"),
        Varied::Boxes => lang.pick("Nombre de SD-Box", "Number of SD-Boxes"),
    }
}

/// A value of the varied quantity: « 12 mois », "2 users".
pub fn varied_value(lang: Lang, varied: Varied, value: u32) -> String {
    let unit = match varied {
        Varied::Months => return months(lang, value),
        Varied::Users => {
            lang.pick(lang.plural(value, "utilisateur", "utilisateurs"), lang.plural(value, "user", "users"))
        }
        Varied::Boxes => lang.pick("SD-Box", lang.plural(value, "SD-Box", "SD-Boxes")),
    };
    format!("{value}\u{a0}{unit}")
}

/// « Coût total selon le nombre d’utilisateurs ».
pub fn what_if_title(lang: Lang, varied: Varied) -> &'static str {
    match varied {
        Varied::Months => lang.pick("Coût total selon la durée", "Total cost by length"),
        Varied::Users => {
            lang.pick("Coût total selon le nombre d’utilisateurs", "Total cost by number of users")
        }
        Varied::Boxes => {
            lang.pick("Coût total selon le nombre de SD-Box", "Total cost by number of SD-Boxes")
        }
    }
}

/// How many months a period has: « 5 mois ».
pub fn month_count(lang: Lang, period: &BudgetPeriod) -> String {
    months(lang, period.months)
}

/// A calendar year of a budget: « 2026 (5 mois) »; the year alone where it is whole.
pub fn budget_year(lang: Lang, period: &BudgetPeriod) -> String {
    let year = period.from.year();
    if period.months == 12 { year.to_string() } else { format!("{year} ({})", months(lang, period.months)) }
}

/// A term of a budget, of an index counted from 0: « Année 1 : 1er août 2020 – 31 juillet 2021 ».
pub fn budget_term(lang: Lang, index: usize, period: &BudgetPeriod) -> String {
    let (from, until) = (day(lang, period.from), day(lang, period.until));
    format!("{}{} {from} – {until}", term_name(lang, index), lang.pick("\u{a0}:", ":"))
}

/// A term of a budget in a word, of an index counted from 0: « Année 1 ».
pub fn term_name(lang: Lang, index: usize) -> String {
    format!("{}\u{a0}{}", lang.pick("Année", "Year"), index + 1)
}

/// Name of a variant, of an index counted from 0: « Variante 1 ».
pub fn variant_name(lang: Lang, index: usize) -> String {
    format!("{}\u{a0}{}", lang.pick("Variante", "Variant"), index + 1)
}

/// The total of a variant, or that it has none yet, in a sentence.
pub fn variant_stands(lang: Lang, index: usize, total: &str) -> String {
    format!("{}{}{total}", variant_name(lang, index), lang.pick("\u{a0}: ", ": "))
}

/// Name of an input that differs.
pub fn input_name(lang: Lang, input: Input<'_>) -> &str {
    let (page, plots) = (lang.page(), lang.plots());
    match input {
        Input::PriceList => page.price_list,
        Input::Offer => page.offer,
        Input::Start => page.start,
        Input::Months => page.months,
        Input::Renewal => plots.renewal,
        Input::Users => page.users,
        Input::Students => plots.students,
        Input::Configuration => page.configuration,
        Input::AccessPoints => plots.access_points,
        Input::Option { label, .. } => lang.of(label),
    }
}

/// The value of an input in a variant: « 2 SD-Box pendant 12 mois », « oui ».
pub fn input_value(lang: Lang, input: Input<'_>, project: &Project, quote: &Quote<'_>) -> String {
    let yes_or_no = |yes: bool| if yes { lang.files().yes } else { lang.files().no };
    match input {
        Input::PriceList => lang.of(&quote.list.title).into(),
        Input::Offer => offer_name(lang, project.offer).into(),
        Input::Start => day(lang, project.start),
        Input::Months => project.months.to_string(),
        Input::Renewal => yes_or_no(project.renewal).into(),
        Input::Users => project.users.to_string(),
        Input::Students => project.students.to_string(),
        Input::Configuration => {
            let chosen = quote.list.configurations.iter().find(|one| one.id == project.configuration);
            chosen.map_or_else(String::new, |one| lang.of(&one.label).into())
        }
        Input::AccessPoints => access_points(lang, project),
        Input::Option { id, .. } => {
            let option = quote.list.options_of(project.offer).find(|option| option.id == *id);
            let chosen = option.zip(project.options.get(id));
            chosen.map_or_else(
                || lang.plots().absent.into(),
                |(option, chosen)| chosen_option(lang, option, chosen),
            )
        }
    }
}

/// The SD-Boxes, with the funders and hosts of those that have others than the project's funder.
fn access_points(lang: Lang, project: &Project) -> String {
    let mut said = boxes(lang, project);
    for (index, one) in project.access_points.iter().enumerate() {
        if one.funder != Institution::PROJECT_FUNDER || one.host != one.funder {
            let (funder, host) = (role_name(lang, Role::Funder), role_name(lang, Role::Host));
            let who = format!("{funder}\u{a0}{}, {host}\u{a0}{}", one.funder, one.host);
            said = format!("{said}{}{}", lang.pick("\u{a0}; ", "; "), numbered_box(lang, index, &who));
        }
    }
    said
}

/// How many items are the same in all variants.
pub fn same_in_all(lang: Lang, count: usize) -> String {
    let number = u32::try_from(count).unwrap_or(u32::MAX);
    match lang {
        Lang::Fr => format!(
            "{count}\u{a0}{} dans toutes les variantes",
            lang.plural(number, "poste identique", "postes identiques")
        ),
        Lang::En => {
            format!("{count}\u{a0}{} the same in all variants", lang.plural(number, "item is", "items are"))
        }
    }
}

/// The price of an item in a variant: an amount, on request, or absent.
pub fn cell(lang: Lang, list: &PriceList, due: Due) -> String {
    match due {
        Due::Absent => lang.plots().absent.into(),
        Due::Amount(money) => amount(lang, list.currency, money),
        Due::OnRequest => lang.page().on_request.into(),
    }
}

/// An amount with its sign: « +174,00 € ». No line ends after the sign.
pub fn signed_amount(lang: Lang, currency: Currency, money: Money) -> String {
    let plus = if money.cents() > 0 { "+\u{2060}" } else { "" };
    format!("{plus}{}", amount(lang, currency, money))
}

/// An amount without cents where it has none, for an axis: « 4 000 € ».
pub fn round_amount(lang: Lang, currency: Currency, money: Money) -> String {
    amount(lang, currency, money).replacen(lang.pick(",00", ".00"), "", 1)
}

/// A part of a total in tenths of a percent: « 60,3 % ».
pub fn share_of_total(lang: Lang, tenths: i64) -> String {
    let sign = if tenths < 0 { "\u{2212}" } else { "" };
    let tenths = tenths.unsigned_abs();
    let (units, rest) = (tenths / 10, tenths % 10);
    match lang {
        Lang::Fr => format!("{sign}{units},{rest}\u{202f}%"),
        Lang::En => format!("{sign}{units}.{rest}%"),
    }
}

/// Description of the cost breakdown chart: how many items, and the largest of them.
pub fn by_item_described(lang: Lang, quote: &Quote<'_>) -> String {
    let money = |money| amount(lang, quote.list.currency, money);
    let parts = quote.cost_items();
    let amounts = parts.iter().filter_map(|part| match part.due {
        Due::Amount(amount) => Some((part, amount)),
        Due::Absent | Due::OnRequest => None,
    });
    let count = amounts.clone().count();
    let said = |(part, amount): (&CostItem<'_>, Money)| {
        let label = lang.of(part.item.label());
        let share = part.tenths_of_percent.map(|tenths| share_of_total(lang, tenths));
        let share = share.map_or_else(String::new, |share| match lang {
            Lang::Fr => format!(", soit {share} du total"),
            Lang::En => format!(", {share} of the total"),
        });
        match lang {
            Lang::Fr => {
                format!(" Le plus élevé est «\u{202f}{label}\u{202f}»\u{a0}: {}{share}.", money(amount))
            }
            Lang::En => format!(" The largest is “{label}”: {}{share}.", money(amount)),
        }
    };
    // The first of those that cost most.
    let largest = amounts.rev().max_by_key(|(_, amount)| *amount).map_or_else(String::new, said);
    let (items, total) = (items(lang, count), money(quote.total));
    let excluding = excluding(lang, !quote.on_request.is_empty());
    match lang {
        Lang::Fr => format!("Coût par poste\u{a0}: {items}, {total} en tout{excluding}.{largest}"),
        Lang::En => format!("Cost by item: {items}, {total} in all{excluding}.{largest}"),
    }
}

fn items(lang: Lang, count: usize) -> String {
    let number = u32::try_from(count).unwrap_or(u32::MAX);
    let items = lang.pick(lang.plural(number, "poste", "postes"), lang.plural(number, "item", "items"));
    format!("{count}\u{a0}{items}")
}

/// The note that a total leaves something out, if it does.
fn excluding(lang: Lang, leaves_out: bool) -> String {
    if leaves_out { format!(" ({})", lang.page().excluding_on_request) } else { String::new() }
}

/// Description of the chart of calendar years: how many, the most expensive, and the number of funders.
pub fn by_year_described(lang: Lang, currency: Currency, budget: &Budget) -> String {
    let year = |(_, period): (usize, &BudgetPeriod)| period.from.year().to_string();
    described(lang, currency, budget, lang.plots().by_year, &year)
}

/// Description of the chart of terms: how many, the most expensive, and the number of funders.
pub fn by_term_described(lang: Lang, currency: Currency, budget: &Budget) -> String {
    let term = |(index, _): (usize, &BudgetPeriod)| term_name(lang, index);
    described(lang, currency, budget, lang.plots().by_term, &term)
}

fn described(
    lang: Lang,
    currency: Currency,
    budget: &Budget,
    title: &str,
    name: &dyn Fn((usize, &BudgetPeriod)) -> String,
) -> String {
    let money = |money| amount(lang, currency, money);
    let most = budget.periods.iter().enumerate().rev().max_by_key(|(_, period)| period.total);
    let most = most.map_or_else(String::new, |(index, period)| {
        let (name, total) = (name((index, period)), money(period.total));
        match lang {
            Lang::Fr => format!(" Le plus élevé\u{a0}: {name}, {total}."),
            Lang::En => format!(" The highest: {name}, {total}."),
        }
    });
    let (periods, total) = (budget.periods.len(), money(budget.total));
    let years = u32::try_from(periods).unwrap_or(u32::MAX);
    let paying = match (budget.funders.len(), lang) {
        (0 | 1, _) => String::new(),
        (funders, Lang::Fr) => format!(", {funders}\u{a0}financeurs"),
        (funders, Lang::En) => format!(", {funders}\u{a0}funders"),
    };
    match lang {
        Lang::Fr => format!(
            "{title}\u{a0}: {periods}\u{a0}{}{paying}, {total} en tout.{most}",
            lang.plural(years, "période", "périodes")
        ),
        Lang::En => format!(
            "{title}: {periods}\u{a0}{}{paying}, {total} in all.{most}",
            lang.plural(years, "period", "periods")
        ),
    }
}

/// Description of the what-if chart: the current project, and the range of totals.
pub fn what_if_described(lang: Lang, currency: Currency, what: Varied, points: &[Point]) -> String {
    let said = |point: &Point| {
        let total = amount(lang, currency, point.total);
        let value = varied_value(lang, what, point.value);
        format!("{total} {} {value}{}", lang.pick("pour", "for"), excluding(lang, point.leaves_out))
    };
    let title = what_if_title(lang, what);
    let current = points.iter().find(|point| point.is_current).map(said).unwrap_or_default();
    let range = match points {
        [first, .., last] => match lang {
            Lang::Fr => format!(" De {} à {}.", said(first), said(last)),
            Lang::En => format!(" From {} to {}.", said(first), said(last)),
        },
        _ => String::new(),
    };
    match lang {
        Lang::Fr => format!("{title}\u{a0}: projet actuel, {current}.{range}"),
        Lang::En => format!("{title}: as the project stands, {current}.{range}"),
    }
}
