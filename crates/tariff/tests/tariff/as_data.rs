//! Serialization of the tariff's values as JSON and back: amounts, percentages, choices, offers, remarks.

use crate::common::{day, example, fixture, id, list};
use serde_json::json;
use tariff::number::{IssueError, issue};
use tariff::{Choices, Chosen, Money, Offer, Percent, Project, Refusal};

#[test]
fn an_amount_comes_back_from_how_it_is_written() {
    for (cents, written) in
        [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (245_400, "2454.00"), (-18_001, "-180.01")]
    {
        let amount = Money::from_cents(cents);
        assert_eq!(serde_json::to_value(amount).unwrap(), json!(written));
        assert_eq!(serde_json::from_value::<Money>(json!(written)).unwrap(), amount);
    }
}

#[test]
fn what_is_no_amount_is_refused() {
    for wrong in ["", "1", "1.5", "1.500", "1,50", "--1.00", "+1.00", "1.-5", ".50", "9223372036854775808.00"]
    {
        let error = serde_json::from_value::<Money>(json!(wrong)).unwrap_err().to_string();
        assert!(error.contains("expected an amount such as \"2454.00\""), "{wrong}: {error}");
    }
}

#[test]
fn a_percentage_is_written_with_as_many_decimals_as_it_has() {
    for (typed, written) in
        [("50", "50"), ("5.5", "5.5"), ("5.50", "5.5"), ("19.65", "19.65"), ("0.05", "0.05")]
    {
        assert_eq!(Percent::try_from(String::from(typed)).unwrap().to_string(), written);
    }
}

#[test]
fn choices_are_the_same_in_whatever_order_they_are_made() {
    let [a, b, c] = ["a", "b", "c"].map(id);
    let in_order =
        Choices::from([(a.clone(), Chosen::Yes), (b.clone(), Chosen::Yes), (c.clone(), Chosen::Yes)]);
    let otherwise =
        Choices::from([(c.clone(), Chosen::Yes), (a.clone(), Chosen::Yes), (b.clone(), Chosen::Yes)]);
    assert_eq!(otherwise, in_order);
    assert_eq!(otherwise.keys().collect::<Vec<_>>(), [&a, &b, &c]);
}

#[test]
fn a_choice_takes_the_place_of_the_one_before_and_can_be_taken_back() {
    let storage = id("storage");
    let mut choices = Choices::from([(storage.clone(), Chosen::Quantity(1))]);
    choices.insert(storage.clone(), Chosen::Quantity(2));
    assert_eq!(choices, Choices::from([(storage.clone(), Chosen::Quantity(2))]));
    choices.remove(&storage);
    assert!(choices.is_empty());
    choices.insert(storage, Chosen::Yes);
    choices.clear();
    assert!(choices.is_empty());
}

#[test]
fn choices_that_are_no_object_are_refused_with_what_is_expected() {
    let mut project = serde_json::to_value(example("casd-2020")).unwrap();
    project["options"] = json!(3);
    let error = Project::from_json(&project.to_string()).unwrap_err().to_string();
    assert!(error.contains("expected a map"), "{error}");
}

#[test]
fn an_offer_is_known_by_its_name_alone() {
    for offer in Offer::ALL {
        assert_eq!(Offer::from_name(offer.name()), Some(offer));
    }
    assert_eq!(Offer::from_name("Standard"), None);
    assert_eq!(Offer::from_name(""), None);
}

#[test]
fn a_remark_is_made_on_its_offers_alone() {
    let remarks = |offer| fixture().remarks_on(offer).map(|words| words.en.as_str()).collect::<Vec<_>>();
    assert_eq!(remarks(Offer::Standard), ["A list for tests."]);
    assert_eq!(remarks(Offer::Cohorts), Vec::<&str>::new());
}

#[test]
fn a_number_that_is_not_issued_says_why() {
    let (list, project) = (list("casd-2020"), example("casd-2020"));
    let too_early = issue(list, &project, day("2019-12-31")).unwrap_err();
    assert_eq!(too_early, IssueError::DayOutOfRange);
    assert_eq!(too_early.to_string(), "the day of issue must be in the years 2020 to 2109");
    let refused = issue(list, &Project { users: 0, ..project }, day("2026-11-26")).unwrap_err();
    assert!(matches!(&refused, IssueError::Refused(Refusal::Entries(_))));
    assert_eq!(refused.to_string(), "users: must be at least 1");
}
