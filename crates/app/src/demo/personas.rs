//! The people as whom one may look around in the demonstration: the same ones at each start, and
//! all of them in one department, so that one walk can be followed from every side.

use access::Role;
use kernel::{EmailAddress, Lang, NaiveDate, PersonId};
use people::facade::NewPerson;
use store::{Conn, Fault};

/// Somebody whom a visitor of the demonstration may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persona {
    /// Somebody who holds a role.
    Holder(Role),
    /// Somebody who sent a candidacy.
    Candidate,
    /// Somebody who attends a course.
    Trainee,
    /// Somebody who has a certificate.
    Certified,
}

impl Persona {
    /// All of them, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Persona> {
        let on_the_way = [Persona::Candidate, Persona::Trainee, Persona::Certified];
        on_the_way.into_iter().chain(Role::ALL.into_iter().map(Persona::Holder))
    }
    /// The word in addresses and texts.
    pub const fn code(self) -> &'static str {
        match self {
            Persona::Holder(role) => role.code(),
            Persona::Candidate => "candidate",
            Persona::Trainee => "trainee",
            Persona::Certified => "certified",
        }
    }
    /// The persona that an address names.
    pub fn from_code(code: &str) -> Option<Persona> {
        Persona::all().find(|persona| persona.code() == code)
    }
    /// What this person is called: nobody of this name is meant.
    const fn name(self) -> &'static str {
        match self {
            Persona::Holder(Role::Expert) => "Agnese Lunalieve",
            Persona::Holder(Role::Professional) => "Beppe Montedolce",
            Persona::Holder(Role::Tutor) => "Costanza Primaluce",
            Persona::Holder(Role::OrganisationManager) => "Dina Valleserena",
            Persona::Holder(Role::Trainer) => "Ester Ventochiaro",
            Persona::Holder(Role::Secretariat) => "Flora Casagrigia",
            Persona::Holder(Role::Region) => "Gino Pontelungo",
            Persona::Holder(Role::Administrator) => "Heidi Sottobosco",
            Persona::Candidate => "Ilaria Seramite",
            Persona::Trainee => "Leo Campofiorito",
            Persona::Certified => "Mina Passolento",
        }
    }
    fn address(self) -> Option<EmailAddress> {
        EmailAddress::parse("email", &format!("prova.{}@example.org", self.code())).ok()
    }
    /// This person as made up.
    pub(super) fn new_person(self) -> NewPerson {
        NewPerson { display_name: self.name().to_owned(), email: self.address(), lang: Lang::It }
    }
    /// This person on record. A demonstration made by an earlier version of the program did not
    /// know the personas: anybody with the role then does.
    ///
    /// # Errors
    /// [`Fault`] as the store says.
    pub async fn find(self, conn: &impl Conn, today: NaiveDate) -> Result<Option<PersonId>, Fault> {
        let found = match self.address() {
            Some(address) => people::facade::find_person_by_email(conn, &address).await?,
            None => None,
        };
        match (found, self) {
            (None, Persona::Holder(role)) => people::facade::first_with_role(conn, role, today).await,
            (found, _) => Ok(found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_persona_has_a_code_a_name_and_an_address_of_its_own() {
        let all: Vec<Persona> = Persona::all().collect();
        let words: HashSet<_> = all.iter().map(|p| (p.code(), p.name(), p.address().unwrap())).collect();
        assert_eq!(words.len(), all.len());
        assert!(all.iter().all(|persona| Persona::from_code(persona.code()) == Some(*persona)));
        assert_eq!(Persona::from_code("visitor"), None);
    }
}
