//! Choices: the options selected in a project, as a sorted map from the option's id to the value chosen.

use core::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Id;

/// The value chosen for an option: `true`, the id of an alternative, or a quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// A yes-or-no option: yes. No is to leave it out.
    Yes,
    /// One of several.
    Alternative(Id),
    /// A quantity of at least one.
    Quantity(u32),
}

/// The value chosen for each option, by its id. An option that is absent is not chosen. In JSON it is an object.
///
/// A sorted vector, because a `BTreeMap` takes 1 kB of the page's first load, and projects choose a handful of
/// options.
///
/// ```
/// use tariff::{Choices, Chosen, Id};
///
/// let training = Id::try_from(String::from("training")).unwrap();
/// let mut choices = Choices::default();
/// choices.insert(training.clone(), Chosen::Yes);
/// assert_eq!(choices.get(&training), Some(&Chosen::Yes));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices(Vec<(Id, Chosen)>);

impl Choices {
    /// The value chosen for an option.
    pub fn get(&self, id: &Id) -> Option<&Chosen> {
        self.0.iter().find(|(known, _)| known == id).map(|(_, chosen)| chosen)
    }

    /// Whether an option is chosen.
    pub fn contains_key(&self, id: &Id) -> bool {
        self.get(id).is_some()
    }

    /// Chooses an option, and replaces the value chosen before.
    pub fn insert(&mut self, id: Id, chosen: Chosen) {
        self.remove(&id);
        // By id, whatever the order in which they come: the same choices are the same project.
        let place = self.0.iter().position(|(known, _)| *known > id).unwrap_or(self.0.len());
        self.0.insert(place, (id, chosen));
    }

    /// Removes an option.
    pub fn remove(&mut self, id: &Id) {
        self.0.retain(|(known, _)| known != id);
    }

    /// Removes all options.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The options that are chosen, in the order of their ids.
    pub fn keys(&self) -> impl Iterator<Item = &Id> {
        self.0.iter().map(|(id, _)| id)
    }

    /// Whether no option is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Extend<(Id, Chosen)> for Choices {
    fn extend<T: IntoIterator<Item = (Id, Chosen)>>(&mut self, chosen: T) {
        chosen.into_iter().for_each(|(id, chosen)| self.insert(id, chosen));
    }
}

impl FromIterator<(Id, Chosen)> for Choices {
    fn from_iter<T: IntoIterator<Item = (Id, Chosen)>>(chosen: T) -> Choices {
        let mut choices = Choices::default();
        choices.extend(chosen);
        choices
    }
}

impl<const N: usize> From<[(Id, Chosen); N]> for Choices {
    fn from(chosen: [(Id, Chosen); N]) -> Choices {
        chosen.into_iter().collect()
    }
}

impl Serialize for Choices {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, chosen)| (id, chosen)))
    }
}

impl<'de> Deserialize<'de> for Choices {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Choices, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Choices;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Choices, A::Error> {
                let mut choices = Choices::default();
                while let Some((id, chosen)) = map.next_entry()? {
                    choices.insert(id, chosen);
                }
                Ok(choices)
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// The same as [`Chosen`], as formats that do not describe themselves need it.
#[derive(Serialize, Deserialize)]
enum Tagged {
    Yes,
    Alternative(Id),
    Quantity(u32),
}

impl Serialize for Chosen {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return match self.clone() {
                Chosen::Yes => Tagged::Yes,
                Chosen::Alternative(id) => Tagged::Alternative(id),
                Chosen::Quantity(quantity) => Tagged::Quantity(quantity),
            }
            .serialize(serializer);
        }
        match self {
            Chosen::Yes => serializer.serialize_bool(true),
            Chosen::Alternative(id) => id.serialize(serializer),
            Chosen::Quantity(quantity) => serializer.serialize_u32(*quantity),
        }
    }
}

impl<'de> Deserialize<'de> for Chosen {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Chosen, D::Error> {
        if !deserializer.is_human_readable() {
            return Ok(match Tagged::deserialize(deserializer)? {
                Tagged::Yes => Chosen::Yes,
                Tagged::Alternative(id) => Chosen::Alternative(id),
                Tagged::Quantity(quantity) => Chosen::Quantity(quantity),
            });
        }
        // By hand rather than `untagged`, whose errors name neither the place nor what was expected.
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Chosen;

            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("true, the id of an alternative, or a quantity of at least 1")
            }

            fn visit_bool<E: serde::de::Error>(self, yes: bool) -> Result<Chosen, E> {
                if yes {
                    Ok(Chosen::Yes)
                } else {
                    Err(E::invalid_value(serde::de::Unexpected::Bool(false), &self))
                }
            }

            fn visit_u64<E: serde::de::Error>(self, quantity: u64) -> Result<Chosen, E> {
                match u32::try_from(quantity) {
                    Ok(quantity) if quantity > 0 => Ok(Chosen::Quantity(quantity)),
                    _ => Err(E::invalid_value(serde::de::Unexpected::Unsigned(quantity), &self)),
                }
            }

            fn visit_str<E: serde::de::Error>(self, id: &str) -> Result<Chosen, E> {
                Id::try_from(String::from(id)).map(Chosen::Alternative).map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}
