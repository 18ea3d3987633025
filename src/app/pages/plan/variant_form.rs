//! The form of one variant on the comparison page.

use leptos::prelude::*;

use super::entry::entry;
use super::variants::{heading_id, total_of};
use super::{Plan, Variant};
use crate::app::components::{button, paragraph};
use crate::app::dom::{El, el, empty, fragment, is_checked, keyed};
use crate::app::draft::{Draft, ProblemKind, YES};
use crate::app::fields::{group, needed};
use crate::app::live_region::{Status, announce_debounced};
use crate::app::platform::focus::focus;
use crate::i18n::{Lang, entry_fault, misread, variant_name, variant_stands};
use tariff::{Choice, Field, Id, ProjectOption};

/// A variant's form on the page. It is a handle: copies are the same form.
#[derive(Clone, Copy)]
pub struct VariantForm {
    /// The variants.
    pub plan: Plan,
    /// The language.
    pub lang: Lang,
    /// The variant.
    pub key: u32,
}

impl VariantForm {
    /// The form of the variant of that index, counted from 0.
    pub fn view(self, index: usize) -> AnyView {
        let VariantForm { plan, lang, key } = self;
        let Some(variant) = untrack(|| self.read(Variant::clone)) else { return empty() };
        let actions = el("div")
            .class("actions")
            .child(plan.duplicate(lang, move || self.read(Variant::clone)))
            .child(button("", lang.plan().open, move || {
                plan.open(untrack(|| self.read(|one| one.number.clone())).unwrap_or_default());
            }))
            .child(button("quiet", lang.plan().remove, move || {
                plan.change_variants(|all| all.retain(|one| one.key != key));
                focus(heading_id(0));
            }));
        let is_open = variant.is_open_to_changes(plan.app.today());
        let note = if is_open { empty() } else { paragraph("note", lang.page().archived_form) };
        let fields = el("fieldset").class("all").attr("role", "none").child(self.fields(&variant));
        let fields = if is_open { fields } else { fields.attr("disabled", "") };
        let heading = el("h3").id(heading_id(key)).attr("tabindex", "-1").text(variant_name(lang, index));
        el("section")
            .class("variant")
            .attr("aria-labelledby", heading_id(key))
            .child(heading)
            .child(
                el("p")
                    .class("sum")
                    .text_with(move || self.read(|one| total_of(lang, one)).unwrap_or_default()),
            )
            .child(self.announcement(index))
            .child(note)
            .child(fields)
            .child(actions)
            .view()
    }

    /// What the variant costs now, or that something in it is to be corrected, for screen readers.
    fn announcement(self, index: usize) -> AnyView {
        let VariantForm { lang, .. } = self;
        let told = move |one: &Variant| {
            let words = variant_stands(lang, index, &total_of(lang, one));
            if one.quote().is_ok() { Status::Done(words) } else { Status::Error(words) }
        };
        announce_debounced(move || self.read(told).unwrap_or_default())
    }

    fn read<T>(self, read: impl FnOnce(&Variant) -> T) -> Option<T> {
        self.plan.read(self.key, read)
    }

    fn change(self, change: impl FnOnce(&mut Variant)) {
        self.plan.change(self.key, change);
    }

    fn id(self, of: &str) -> String {
        format!("variant-{}-{of}", self.key)
    }

    fn fields(self, variant: &Variant) -> AnyView {
        let (page, list, offer) = (self.lang.page(), variant.list, variant.draft.offer);
        let typed = |field: Field, label: &str, held: fn(&Draft) -> &String, set: fn(&mut Draft, String)| {
            let held = move |one: &Variant| held(&one.draft).clone();
            self.field(field, label, number(), held, move |one, typed| set(&mut one.draft, typed))
        };
        let configurations = list
            .configurations_of(offer)
            .map(|one| el("option").attr("value", one.id.as_str()).text(self.lang.of(&one.label)).view());
        let configuration = self.field(
            Field::Configuration,
            page.configuration,
            el("select").children(configurations.collect()),
            move |one| one.draft.configuration_in(list).map(|id| id.to_string()).unwrap_or_default(),
            |one, typed| one.draft.configuration = Id::try_from(typed).ok(),
        );
        let renewal = self.tick(
            "renewal",
            page.renewal,
            |one| one.draft.renewal,
            |one, ticked| one.draft.renewal = ticked,
        );
        let boxes = |one: &Variant| one.boxes.clone();
        let mut fields = vec![
            typed(Field::Months, page.months, |draft| &draft.months, Draft::set_months),
            renewal,
            typed(Field::Users, page.users, |draft| &draft.users, |draft, typed| draft.users = typed),
            typed(
                Field::Students,
                page.students,
                |draft| &draft.students,
                |draft, typed| draft.students = typed,
            ),
            configuration,
            self.field(Field::AccessPoints, self.lang.plan().boxes, number(), boxes, Variant::set_boxes),
        ];
        let options: Vec<AnyView> = list.options_of(offer).map(|option| self.option(option)).collect();
        if !options.is_empty() {
            fields.push(group(page.options, options));
        }
        fragment(fields)
    }

    fn field(
        self,
        field: Field,
        label: &str,
        input: El,
        held: impl Fn(&Variant) -> String + Send + 'static,
        set: impl Fn(&mut Variant, String) + 'static,
    ) -> AnyView {
        let id = self.id(&field.to_string().replace('.', "-"));
        let input = needed(&field, input);
        let wrong = move || {
            let why = self.read(|one| one.problem_with(&field)).flatten();
            why.map(|why| match why {
                ProblemKind::Misread => misread(self.lang, &field).into(),
                ProblemKind::Refused(fault) => entry_fault(self.lang, &field, fault),
            })
            .unwrap_or_default()
        };
        let held = move || self.read(&held).unwrap_or_default();
        entry(&id, label, input, held, move |typed| self.change(|one| set(one, typed)), wrong)
    }

    fn tick(
        self,
        of: &str,
        label: &str,
        held: impl Fn(&Variant) -> bool + Send + 'static,
        set: impl Fn(&mut Variant, bool) + 'static,
    ) -> AnyView {
        let id = self.id(of);
        let input = el("input")
            .id(&id)
            .attr("type", "checkbox")
            .prop("checked", move || self.read(&held).unwrap_or(false))
            .on("change", move |event| {
                let ticked = is_checked(&event);
                self.change(|one| set(one, ticked));
            });
        el("div").class("tick").child(input).child(el("label").attr("for", &id).text(label)).view()
    }

    fn option(self, option: &'static ProjectOption) -> AnyView {
        let label = self.lang.of(&option.label);
        let held = move |one: &Variant| String::from(one.draft.option(option));
        let set = move |one: &mut Variant, held: String| one.draft.set_option(&option.id, held);
        let field = Field::Option(option.id.clone());
        match &option.choice {
            Choice::YesNo => self.tick(
                option.id.as_str(),
                label,
                move |one| held(one) == YES,
                move |one, ticked| set(one, if ticked { YES.into() } else { String::new() }),
            ),
            Choice::Counted(counted) => {
                let label = format!("{label} ({})", self.lang.of(&counted.unit));
                self.field(field, &label, number(), held, set)
            }
            Choice::OneOf(alternatives) => {
                let none = el("option").attr("value", "").text(self.lang.page().none).view();
                let others = alternatives.iter().map(|one| {
                    el("option").attr("value", one.id.as_str()).text(self.lang.of(&one.label)).view()
                });
                let choices = [none].into_iter().chain(others).collect();
                self.field(field, label, el("select").children(choices), held, set)
            }
        }
    }
}

impl Plan {
    /// A button that adds a copy of a variant, as long as there is room for one.
    pub(super) fn duplicate(
        self,
        lang: Lang,
        original: impl Fn() -> Option<Variant> + Clone + Send + 'static,
    ) -> AnyView {
        keyed(
            move || vec![self.is_full().into()],
            move || {
                let original = original.clone();
                if self.is_full() {
                    return empty();
                }
                button("", lang.plan().duplicate, move || {
                    if let Some(original) = untrack(&original) {
                        self.push(|key| original.duplicate(key, self.app.today()));
                    }
                })
            },
        )
    }
}

fn number() -> El {
    el("input").attr("type", "text").attr("inputmode", "numeric").attr("autocomplete", "off")
}
