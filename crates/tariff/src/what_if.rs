//! What-if analysis: the total as a function of a project's months, users or SD-Boxes.

use super::{AccessPoint, Money, PriceList, Project, Quantities, Terms, quote};

/// The input of a project that is varied; the others stay the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Varied {
    /// The months of the project. SD-Boxes that last as long as it does follow; others keep their months.
    Months,
    /// The users. The students among them stay as many.
    Users,
    /// The SD-Boxes. One that is added lasts as long as the project, and its funder pays for and hosts it;
    /// those that are removed are the last ones.
    Boxes,
}

/// The total of a project for one value of the input that is varied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The months, the users or the SD-Boxes.
    pub value: u32,
    /// The total of the project with that value.
    pub total: Money,
    /// The difference from the total of the current project; negative where it is less.
    pub difference: Money,
    /// Whether something is on request, which the total does not include.
    pub leaves_out: bool,
    /// Whether it is the current project.
    pub is_current: bool,
}

/// The most steps of a range: with the least value and the current one, which may lie between two steps,
/// that is 36 values or 37.
const MAX_STEPS: u32 = 34;

/// The steps between values: whole years for months, round numbers for the rest. The last one
/// keeps the largest range within [`MAX_STEPS`].
const STEPS_OF_MONTHS: [u32; 5] = [1, 2, 3, 6, 12];
const STEPS: [u32; 6] = [1, 2, 5, 10, 20, 50];

impl Varied {
    /// All inputs that can be varied, in the order of the form.
    pub const ALL: [Varied; 3] = [Varied::Months, Varied::Users, Varied::Boxes];

    /// The value of this input in a project.
    pub fn value_in(self, project: &Project) -> u32 {
        match self {
            Varied::Months => project.months,
            Varied::Users => project.users,
            // More than fits is above every limit anyway.
            Varied::Boxes => u32::try_from(project.access_points.len()).unwrap_or(u32::MAX),
        }
    }

    /// The project with another value of this input, which a list may refuse. There are never more SD-Boxes than
    /// [`Project::MAX_ACCESS_POINTS`].
    ///
    /// ```
    /// use tariff::{PriceList, Varied};
    ///
    /// let list = PriceList::from_json(include_str!("../../../public/price-lists/casd-2020.json")).unwrap();
    /// let longer = Varied::Months.changed(&list.examples[0].project, 18);
    /// assert_eq!((longer.months, longer.access_points[0].months), (18, 18));
    /// ```
    pub fn changed(self, project: &Project, value: u32) -> Project {
        let mut changed = project.clone();
        match self {
            Varied::Months => {
                let follows = |one: &&mut AccessPoint| one.months == project.months;
                changed.access_points.iter_mut().filter(follows).for_each(|one| one.months = value);
                changed.months = value;
            }
            Varied::Users => changed.users = value,
            Varied::Boxes => {
                let count = value.min(Project::MAX_ACCESS_POINTS) as usize;
                changed.access_points.resize(count, AccessPoint::lasting(project.months));
            }
        }
        changed
    }

    /// The values to compute: up to twice the current one, and at least those of a usual project.
    fn values(self, project: &Project, terms: &Terms) -> Vec<u32> {
        let current = self.value_in(project);
        let stated = self.stated(terms);
        let (least, usual, most) = match self {
            Varied::Months => (1, 24, Project::MAX_MONTHS),
            Varied::Users => (project.students.max(1), 10, Project::MAX_USERS),
            Varied::Boxes => (0, 5, Project::MAX_ACCESS_POINTS),
        };
        // A renewal may be shorter than a list's minimum, which is that of a new project.
        let minimum = stated.minimum.filter(|_| self != Varied::Months || !project.renewal);
        let least = least.max(minimum.unwrap_or(least));
        let most = most.min(stated.maximum.unwrap_or(most)).min(usual.max(current.saturating_mul(2)));
        let multiple = stated.multiple_of.unwrap_or(1).max(1);
        let step = self.step(most.saturating_sub(least), multiple);
        let first = least.div_ceil(multiple) * multiple;
        let round = (0..=most).step_by(step as usize);
        let mut values: Vec<u32> =
            round.chain([first, current]).filter(|value| (least..=most).contains(value)).collect();
        values.sort_unstable();
        values.dedup();
        values
    }

    fn stated(self, terms: &Terms) -> Quantities {
        match self {
            Varied::Months => terms.months,
            Varied::Users => terms.users,
            Varied::Boxes => terms.sd_boxes,
        }
    }

    /// The step between the values of a range, among the multiples that a list allows.
    fn step(self, range: u32, multiple: u32) -> u32 {
        let steps: &[u32] = match self {
            Varied::Months => &STEPS_OF_MONTHS,
            Varied::Users | Varied::Boxes => &STEPS,
        };
        let mut allowed = steps.iter().map(|times| times * multiple);
        allowed.find(|step| range / step <= MAX_STEPS).unwrap_or(multiple)
    }
}

/// Computes the total of a project for other months, users or SD-Boxes, from the least to the most.
///
/// Only values that the list has a quote for: a new project is not shorter than its minimum, a team is
/// not smaller than its students are. They reach up to twice the current one and at least to 24 months,
/// 10 users or 5 SD-Boxes; where those would be more than about 36, only round ones are looked at, besides the
/// least and the current one. There are none where the list has no quote for the project itself.
///
/// ```
/// use tariff::{PriceList, Varied, what_if};
///
/// let list = PriceList::from_json(include_str!("../../../public/price-lists/pmsi.json")).unwrap();
/// let points = what_if(&list, &list.examples[0].project, Varied::Users);
/// let users: Vec<u32> = points.iter().map(|point| point.value).collect();
/// assert_eq!(users, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
/// let current = points.iter().find(|point| point.is_current).unwrap();
/// assert_eq!((current.value, current.total.to_string()), (4, "2454.00".into()));
/// ```
pub fn what_if(list: &PriceList, project: &Project, varied: Varied) -> Vec<Point> {
    let terms = list.offer(project.offer).and_then(|served| served.terms.as_ref());
    let (Some(terms), Ok(current_quote)) = (terms, quote(list, project)) else { return Vec::new() };
    let current = varied.value_in(project);
    let point = |value| {
        let quote = quote(list, &varied.changed(project, value)).ok()?;
        let (total, leaves_out) = (quote.total, !quote.on_request.is_empty());
        let difference = total.checked_add(current_quote.total.negated())?;
        Some(Point { value, total, difference, leaves_out, is_current: value == current })
    };
    varied.values(project, terms).into_iter().filter_map(point).collect()
}
