//! Price comparison between two price books: published examples, issued numbers, and whether those still open.

use chrono::NaiveDate;

use crate::export::check;
use crate::i18n::{Lang, no_price_on};
use tariff::number::{Number, OpenError, Opened, open};
use tariff::{
    Difference, PriceBook, PriceList, Project, PublishedExample, Quote, RepriceError, difference, quote,
};

/// A project priced on a day with two books.
#[derive(Clone, Debug)]
pub struct Row<'book> {
    /// The origin of the project.
    pub compared: Compared<'book>,
    /// The project.
    pub project: Project,
    /// Its price with the first book.
    pub before: Priced<'book>,
    /// Its price with the second book.
    pub after: Priced<'book>,
    /// The difference of the second price, if both exist.
    pub difference: Option<Difference<'book>>,
}

/// The origin of a compared project.
#[derive(Clone, Debug)]
pub enum Compared<'book> {
    /// An example that CASD published with a list.
    Example {
        /// The list.
        list: &'book PriceList,
        /// The example.
        example: &'book PublishedExample,
    },
    /// A simulation that was issued.
    Number(Number),
}

/// The price of a project on a day.
#[derive(Clone, Debug)]
pub struct Priced<'book> {
    /// The list in force for its offer, if any.
    pub list: Option<&'book PriceList>,
    /// The quote, or the reason why there is none.
    pub quote: Result<Quote<'book>, RepriceError>,
}

impl<'book> Priced<'book> {
    fn on(book: &'book PriceBook, project: &Project, day: NaiveDate) -> Priced<'book> {
        let list = book.in_force(project.offer, day);
        let quote = list.ok_or(RepriceError::NoList(project.offer));
        let quote = quote.and_then(|list| quote_of(list, project));
        Priced { list, quote }
    }

    /// The sentence that explains why there is no price and what to do; `None` if there is one.
    pub fn why_not(&self, lang: Lang, project: &Project) -> Option<String> {
        self.quote.as_ref().err().map(|reason| no_price_on(lang, self.list, project, reason))
    }
}

fn quote_of<'book>(list: &'book PriceList, project: &Project) -> Result<Quote<'book>, RepriceError> {
    quote(list, project).map_err(RepriceError::Refused)
}

/// Prices the published examples of both books, and the simulations whose numbers are in a text, with the lists
/// in force on a day in each book. Numbers that the first book does not open are left to [`reopen`].
///
/// ```
/// use casd_simulator::price_lists::{over_published, price_book};
/// use casd_simulator::price_list_editor::{PriceFile, compare};
///
/// let day = "2027-01-01".parse().unwrap();
/// let own = PriceFile::empty().with_list_like(&PriceFile::published(), 1, day, None).unwrap();
/// let own = own.set("lists[0].charges[1].price.unit", "240").unwrap();
/// let new = over_published(own.book().unwrap().clone()).unwrap();
///
/// let rows = compare(price_book(), &new, "", day);
/// let cohorts = rows[1].difference.as_ref().unwrap();
/// assert_eq!(cohorts.amount.to_string(), "24.00");
/// ```
pub fn compare<'book>(
    before: &'book PriceBook,
    after: &'book PriceBook,
    numbers: &str,
    day: NaiveDate,
) -> Vec<Row<'book>> {
    let known = |list: &&PriceList| before.by_serial(list.serial).is_some();
    let lists = before.lists().iter().chain(after.lists().iter().filter(|list| !known(list)));
    let examples = lists.flat_map(|list| {
        list.examples
            .iter()
            .map(move |example| (Compared::Example { list, example }, example.project.clone()))
    });
    let opened = check(before, numbers).into_iter().filter_map(|checked| checked.opened.ok());
    let numbers = opened.map(|opened| (Compared::Number(opened.number), opened.project));
    examples
        .chain(numbers)
        .map(|(compared, project)| {
            let [before, after] = [before, after].map(|book| Priced::on(book, &project, day));
            let both = before.quote.as_ref().ok().zip(after.quote.as_ref().ok());
            let difference = both.and_then(|(before, after)| difference(before, after));
            Row { compared, project, before, after, difference }
        })
        .collect()
}

/// The day on which prices change: the first day, from today on, of a new list of the second book; today if
/// there is none.
pub fn first_day_of_change(before: &PriceBook, after: &PriceBook, today: NaiveDate) -> NaiveDate {
    let new = after.lists().iter().filter(|list| !list.archived && before.by_serial(list.serial).is_none());
    let days = new.filter_map(|list| list.in_force.from).filter(|from| *from >= today);
    days.min().unwrap_or(today)
}

/// A number opened with two books.
#[derive(Clone, Debug)]
pub struct Reopened<'book> {
    /// The number as written in the text.
    pub typed: String,
    /// Its simulation with the first book.
    pub before: Result<Opened<'book>, OpenError>,
    /// Its simulation with the second book.
    pub after: Result<Opened<'book>, OpenError>,
}

impl Reopened<'_> {
    /// Whether both books give the same simulation at the same price, or neither opens the number.
    pub fn stands(&self) -> bool {
        match (&self.before, &self.after) {
            (Ok(before), Ok(after)) => {
                before.project == after.project && before.quote.total == after.quote.total
            }
            (Ok(_), Err(_)) => false,
            (Err(_), _) => true,
        }
    }
}

/// Opens the numbers in a text with two books: issued numbers must keep their prices.
pub fn reopen<'book>(
    before: &'book PriceBook,
    after: &'book PriceBook,
    numbers: &str,
) -> Vec<Reopened<'book>> {
    let checked = check(before, numbers).into_iter();
    checked
        .map(|checked| Reopened {
            after: match &checked.opened {
                Ok(opened) => open(after, opened.number.as_str()),
                Err(_) => open(after, &checked.typed),
            },
            typed: checked.typed,
            before: checked.opened,
        })
        .collect()
}
