//! What is typed into the forms of a course, an edition and a call, so that the pages read back what
//! is meant.

use kernel::TeacherId;
use pathway::facade::{CallWords, NewAlignment, NewCourse, NewEdition, NewHand, NewModule, Whom};

/// What is typed into a form: fields and their values, in order.
pub type Typed = Vec<(String, String)>;

/// Fields that are filled in.
pub(super) fn typed(pairs: &[(&str, &str)]) -> Typed {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Boxes that are ticked.
fn ticked(boxes: &[(&str, &str, bool)]) -> Typed {
    boxes.iter().filter(|(.., on)| *on).flat_map(|(name, value, _)| typed(&[(name, value)])).collect()
}

/// Minutes as people write them: in hours.
fn hours(minutes: u32) -> String {
    match minutes % 60 {
        0 => (minutes / 60).to_string(),
        rest => format!("{}:{rest:02}", minutes / 60),
    }
}

pub(super) fn of_course(course: &NewCourse) -> Typed {
    let mut all = typed(&[
        ("kind", course.kind.code()),
        ("title", &course.title),
        ("summary", &course.summary),
        ("for_whom", &course.for_whom),
        ("pace", &course.pace),
    ]);
    if let Some(rules) = course.certificate {
        all.extend(typed(&[
            ("certificate", "1"),
            ("attendance", &rules.attendance_percent.to_string()),
            ("fieldwork", &hours(rules.fieldwork_minutes)),
            ("shadowing", &hours(rules.shadowing_minutes)),
        ]));
    }
    all
}

pub(super) fn of_hand(hand: &NewHand) -> Typed {
    let who = match &hand.whom {
        Whom::Person(person) => typed(&[("person", &person.to_string())]),
        Whom::Guest(name) => typed(&[("person", ""), ("name", name), ("side", hand.side.code()), ("agreed", "1")]),
    };
    let prepared = [("prepared", "coproduced", hand.coproduced), ("prepared", "trained", hand.trained)];
    [who, ticked(&prepared)].concat()
}

pub(super) fn of_module(module: &NewModule, teaching: &[(TeacherId, u32)]) -> Typed {
    let mut all = typed(&[("title", &module.title), ("words", &module.words)]);
    all.extend(module.minutes.parts().map(|(part, minutes)| (format!("minutes-{}", part.code()), hours(minutes))));
    all.extend(module.aims.iter().map(|aim| ("aims".to_owned(), aim.code())));
    all.extend(teaching.iter().map(|(teacher, minutes)| (format!("teaches-{teacher}"), hours(*minutes))));
    all
}

pub(super) fn of_alignment(new: &NewAlignment) -> Typed {
    typed(&[("framework", &new.framework), ("competence_code", &new.code), ("name", &new.name), ("url", &new.url)])
}

pub(super) fn of_edition(new: &NewEdition) -> Typed {
    let days = [new.starts.to_string(), new.ends.to_string()];
    let mut all = typed(&[
        ("title", &new.title),
        ("starts", &days[0]),
        ("ends", &days[1]),
        ("places", &new.places.to_string()),
        ("venue", &new.venue),
        ("pace", &new.pace),
    ]);
    all.extend(ticked(&[("open", "1", new.open)]));
    all
}

/// The demonstration's calls meet people in a conversation, and in no other form.
pub(super) fn of_call(call: &CallWords) -> Typed {
    let mut all = typed(&[
        ("title", &call.title),
        ("purpose", &call.purpose),
        ("valued", &call.valued),
        ("steps", &call.steps.join("\n")),
        ("opens_on", &call.opens_on.to_string()),
        ("closes_on", &call.closes_on.to_string()),
        ("places", &call.places.map(|places| places.to_string()).unwrap_or_default()),
        ("notes_days", &call.notes_days.to_string()),
        ("forms", "interview"),
        ("leads_to", &call.leads_to.map(|course| course.to_string()).unwrap_or_default()),
    ]);
    all.extend(ticked(&[("trial", "1", call.trial)]));
    all
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;
    use kernel::{CourseId, NaiveDate, OrganisationId, PersonId, Uuid};
    use pathway::facade::{NewCurriculum, Side};
    use web::Fields;

    fn fields(typed: &Typed) -> Fields {
        let mut fields = Fields::new();
        for (name, value) in typed {
            fields.add(name, value);
        }
        fields
    }

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, n).unwrap()
    }

    #[test]
    fn a_course_is_read_back_as_it_was_meant() {
        let organisation = OrganisationId::from_uuid(Uuid::from_u128(1));
        let [expert, professional] = [2, 3].map(|n| PersonId::from_uuid(Uuid::from_u128(n)));
        let known = [(expert, Side::Expert), (professional, Side::Professional)];
        let hands = known.map(|(person, side)| words::hand(person, side)).to_vec();
        let courses: [NewCurriculum; 3] = [
            words::year(organisation, hands.clone(), hands),
            words::regional(organisation),
            words::in_the_field(organisation, Some(expert)),
        ];
        for new in &courses {
            assert_eq!(NewCourse::parse(&fields(&of_course(&new.course))).unwrap(), new.course);
            for hand in new.authors.iter().chain(&new.teachers) {
                assert_eq!(NewHand::parse(&fields(&of_hand(hand)), &known).unwrap(), *hand);
            }
            for module in &new.modules {
                assert_eq!(NewModule::parse(&fields(&of_module(module, &[]))).unwrap(), *module);
            }
            for alignment in &new.alignments {
                assert_eq!(NewAlignment::parse(&fields(&of_alignment(alignment))).unwrap(), *alignment);
            }
        }
    }

    #[test]
    fn an_edition_and_a_call_are_read_back_as_they_were_meant() {
        for open in [true, false] {
            let edition = words::edition("Primo anno", day(1), day(30), words::PLACES, open);
            assert_eq!(NewEdition::parse(&fields(&of_edition(&edition))).unwrap(), edition);
        }
        let mut call = words::call("Cerchiamo persone esperte", day(1), day(20));
        call.leads_to = Some(CourseId::from_uuid(Uuid::from_u128(4)));
        assert_eq!(CallWords::parse(&fields(&of_call(&call))).unwrap(), call);
    }

    #[test]
    fn minutes_are_typed_in_hours() {
        assert_eq!([0, 60, 90, 125].map(hours), ["0", "1", "1:30", "2:05"]);
    }
}
