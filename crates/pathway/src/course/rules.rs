//! Pure rules of a curriculum: what it covers, who teaches, what the Charter reads of it.

use super::model::{Aim, CertificateRules, Curriculum, Module, Part, PartMinutes, Teacher};
use crate::panel::Side;
use charter::facts;
use kernel::{ModuleId, TeacherId};
use std::collections::BTreeSet;

/// The minutes of all modules together.
pub fn all_minutes(modules: &[Module]) -> PartMinutes {
    let sum = |part: Part| modules.iter().map(|module| module.minutes.of(part)).fold(0, u32::saturating_add);
    Part::ALL.iter().fold(PartMinutes::default(), |all, part| all.with(*part, sum(*part)))
}

/// What is covered by which modules, every aim of the source once and in order.
pub fn coverage(modules: &[Module]) -> Vec<(Aim, Vec<&Module>)> {
    Aim::all().map(|aim| (aim, modules.iter().filter(|module| module.aims.contains(&aim)).collect())).collect()
}

/// The aims that no module has.
pub fn holes(modules: &[Module]) -> Vec<Aim> {
    coverage(modules).into_iter().filter(|(_, by)| by.is_empty()).map(|(aim, _)| aim).collect()
}

/// Who teaches, as the Charter counts it; none where nothing is planned. Only those count who
/// have hours: a teacher without any holds no share and does not have to be prepared yet.
pub fn teaching(teachers: &[Teacher], hours: &[(ModuleId, TeacherId, u32)]) -> Option<facts::Teaching> {
    let minutes = |teacher: &Teacher| {
        hours.iter().filter(|(_, id, _)| *id == teacher.id).map(|(.., minutes)| *minutes).fold(0, u32::saturating_add)
    };
    let busy: Vec<(&Teacher, u32)> = teachers.iter().map(|t| (t, minutes(t))).filter(|(_, m)| *m > 0).collect();
    let of = |side: Side| busy.iter().filter(move |(teacher, _)| teacher.side == side);
    let sum = |side: Side| of(side).map(|(_, minutes)| *minutes).fold(0, u32::saturating_add);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    (!busy.is_empty()).then(|| facts::Teaching {
        expert_minutes: sum(Side::Expert),
        professional_minutes: sum(Side::Professional),
        professionals: count(of(Side::Professional).count()),
        prepared: count(of(Side::Professional).filter(|(teacher, _)| teacher.prepared()).count()),
    })
}

/// The minutes taught by experts and by professionals, in all modules but this one.
pub fn taught(of: &Curriculum, but: Option<ModuleId>) -> (u32, u32) {
    let hours = of.teaching.iter().filter(|(module, ..)| Some(*module) != but);
    by_side(&of.teachers, hours.map(|(_, teacher, minutes)| (*teacher, *minutes)))
}

/// The minutes of each teacher put together: experts', professionals'.
pub fn by_side(teachers: &[Teacher], hours: impl IntoIterator<Item = (TeacherId, u32)>) -> (u32, u32) {
    hours.into_iter().fold((0, 0), |(experts, professionals), (id, minutes)| {
        match teachers.iter().find(|teacher| teacher.id == id).map(|teacher| teacher.side) {
            Some(Side::Expert) => (experts.saturating_add(minutes), professionals),
            Some(Side::Professional) => (experts, professionals.saturating_add(minutes)),
            None => (experts, professionals),
        }
    })
}

/// The share that experts hold in the minutes taught, in whole hundredths, rounded down as the
/// Charter does; none where nothing is planned.
pub fn share((experts, professionals): (u32, u32)) -> Option<u32> {
    let all = u64::from(experts) + u64::from(professionals);
    u32::try_from((u64::from(experts) * 100).checked_div(all)?).ok()
}

/// A curriculum as the Charter reads it.
pub fn curriculum(of: &Curriculum) -> facts::Curriculum {
    let aims: BTreeSet<Aim> = of.modules.iter().flat_map(|module| module.aims.iter().copied()).collect();
    let minutes = all_minutes(&of.modules);
    facts::Curriculum {
        label: of.course.title.clone(),
        objectives: aims.iter().filter_map(|aim| if let Aim::Objective(o) = aim { Some(*o) } else { None }).collect(),
        areas: aims.iter().filter_map(|aim| if let Aim::Area(a) = aim { Some(*a) } else { None }).collect(),
        by_experts: of.authors.iter().any(|author| author.side == Side::Expert),
        by_professionals: of.authors.iter().any(|author| author.side == Side::Professional),
        theory: minutes.of(Part::Theory) > 0,
        // A group that learns together tries things out: it counts as practice.
        practice: minutes.of(Part::Practice) + minutes.of(Part::GroupWork) > 0,
        shadowing: minutes.of(Part::Shadowing) > 0,
    }
}

/// Why a course cannot be published yet: keys of texts. The Charter's findings do not stand in
/// the way; they are shown.
pub fn before_publishing(of: &Curriculum) -> Vec<&'static str> {
    let mut open = Vec::new();
    if all_minutes(&of.modules).total() == 0 {
        open.push("course-open-modules");
    }
    if of.course.certificate.is_some_and(|rules| !can_be_met(rules, &all_minutes(&of.modules))) {
        open.push("course-open-certificate");
    }
    open
}

/// Whether the curriculum offers what its certificate asks for.
pub fn can_be_met(rules: CertificateRules, offered: &PartMinutes) -> bool {
    let shadowing = offered.of(Part::Shadowing);
    let field = shadowing.saturating_add(offered.of(Part::Internship));
    rules.fieldwork_minutes <= field && rules.shadowing_minutes <= shadowing
}

#[cfg(test)]
mod tests {
    use super::super::model::{minutes, typed_hours};
    use super::*;
    use kernel::Uuid;
    use proptest::prelude::*;

    fn teacher(n: u128, side: Side, coproduced: bool) -> Teacher {
        let id = TeacherId::from_uuid(Uuid::from_u128(n));
        Teacher { id, person: None, name: String::new(), side, coproduced, trained: false }
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (text, read) in [("", 0), ("2", 120), ("2,5", 150), ("2.25", 135), ("1:30", 90), (" 200 h ", 12_000)] {
            assert_eq!(minutes("x", text), Ok(read), "{text}");
        }
        for wrong in ["due", "-1", "1:75", "1,,5", "999999", "1:", ",5"] {
            assert!(minutes("x", wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_aim_has_a_word_of_its_own() {
        let codes: BTreeSet<String> = Aim::all().map(Aim::code).collect();
        assert_eq!(codes.len(), 15);
        assert!(Aim::all().all(|aim| Aim::from_code(&aim.code()) == Some(aim)));
    }

    proptest! {
        #[test]
        fn hours_come_back_as_they_were_typed(all in 0_u32..100_000) {
            prop_assert_eq!(minutes("x", &typed_hours(all)), Ok(all));
        }

        #[test]
        fn the_share_says_the_same_as_the_charter(hours in proptest::collection::vec((0_u128..6, 0_u32..3000), 0..20)) {
            let side = |n: u128| if n.is_multiple_of(2) { Side::Expert } else { Side::Professional };
            let teachers: Vec<Teacher> = (0..6).map(|n| teacher(n, side(n), n > 3)).collect();
            let module = ModuleId::from_uuid(Uuid::from_u128(1));
            let hours: Vec<_> = hours.iter().map(|(n, m)| (module, TeacherId::from_uuid(Uuid::from_u128(*n)), *m)).collect();
            let all: u32 = hours.iter().map(|(.., m)| *m).sum();
            let counted = teaching(&teachers, &hours);
            prop_assert_eq!(counted.is_none(), all == 0);
            if let Some(counted) = counted {
                prop_assert_eq!(counted.expert_minutes + counted.professional_minutes, all);
                prop_assert!(counted.prepared <= counted.professionals);
                let taught = by_side(&teachers, hours.iter().map(|(_, teacher, minutes)| (*teacher, *minutes)));
                prop_assert_eq!(taught, (counted.expert_minutes, counted.professional_minutes));
                let share = share(taught).unwrap();
                prop_assert!(share <= 100);
                prop_assert_eq!(share >= 30, counted.expert_minutes * 100 >= 30 * all);
            }
        }
    }
}
