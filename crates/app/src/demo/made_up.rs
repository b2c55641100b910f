//! A made-up network of any size: for the demonstration, for measuring, for looking at long lists.

use super::community;
use super::names::{ACTIVITIES, FIRST, LAST, NAMES, STARTING, TOWNS};
use super::{Persona, Unmade, many, path};
use access::{Act, Actor, HeldRole, Permit, Role, Scope, Target, Tx};
use consensus::facade::Loading;
use kernel::{
    Duration, EmailAddress, Env, Event, Lang, NaiveDate, OrganisationId, Period, PersonId, ReferenceGroupId,
    SeededEntropy, SystemClock, Territory,
};
use network::facade::{
    ByStanding, Claim, Evidence, Figures, Lead, LivedExperience, NewExpert, NewOrganisation, NewRole, OrganisationKind,
    Quality, Stage, Standing,
};
use people::facade::{ConsentKind, NewPerson};
use std::{collections::HashMap, sync::Arc};
use store::{Db, Fault};
use web::App;

/// How large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Organisations, spread over all territories in turn.
    pub organisations: usize,
    /// Experts, user and family.
    pub experts: usize,
    /// Candidacies, besides those that can be looked at from all sides.
    pub candidacies: usize,
    /// Editions of courses, besides those that can be looked at from all sides.
    pub editions: usize,
}

impl Size {
    /// The demonstration: about 60 organisations and 400 people.
    pub const DEMO: Size = Size { organisations: 60, experts: 270, candidacies: 75, editions: 12 };
}

/// How many persons are written in one transaction.
const PORTION: usize = 2000;

/// Chance that repeats itself, so that two made-up networks of one size are alike.
pub(super) struct Dice(Env);

impl Dice {
    pub(super) fn pick<'a, X>(&self, of: &'a [X]) -> &'a X {
        &of[self.0.below(of.len())]
    }
    fn one_in(&self, n: usize) -> bool {
        self.0.below(n) == 0
    }
}

/// Who is made up so far.
struct Maker<'a> {
    app: &'a App,
    db: &'a Db,
    dice: Dice,
    today: NaiveDate,
    named: usize,
    groups: Vec<ReferenceGroupId>,
    /// Who works where, of both kinds: the first of each organisation.
    experts: HashMap<OrganisationId, PersonId>,
    professionals: HashMap<OrganisationId, PersonId>,
}

/// A person to be, with the roles held in the program.
type Somebody = (PersonId, NewPerson, Vec<HeldRole>);

/// Fills a database with a made-up network, telling how far it is.
///
/// # Errors
/// [`Unmade`] as the store says, or a page that does not take what is typed into it; what was written
/// before stays.
pub async fn fill(app: &App, size: Size, mut progress: impl FnMut(&str, usize, usize)) -> Result<(), Unmade> {
    let db = app.db();
    let dice = Dice(Env::new(Arc::new(SystemClock), Arc::new(SeededEntropy::new(2021))));
    let mut maker = Maker {
        app,
        db,
        dice,
        today: db.env().today(),
        named: 0,
        groups: Vec::new(),
        experts: HashMap::new(),
        professionals: HashMap::new(),
    };
    let organisations = maker.organisations(size, &mut progress).await?;
    maker.staff(&organisations).await?;
    maker.together(&organisations).await?;
    let mut done = 0;
    while done < size.experts {
        let portion = PORTION.min(size.experts - done);
        maker.experts(&organisations, done, portion).await?;
        done += portion;
        progress("experts", done, size.experts);
    }
    maker.path(&organisations, size, &mut progress).await?;
    let mut tx = begin(db, Act::ImportRegister).await?;
    tx.emit(Event::NetworkChanged);
    tx.commit().await?;
    db.settle().await?;
    pathway::facade::report_all(db).await?;
    network::facade::recheck_all(db).await?;
    let mut tx = begin(db, Act::PublishFindings).await?;
    community::publish(&mut tx, &organisations).await?;
    tx.commit().await?;
    Ok(())
}

pub(super) async fn begin(db: &Db, act: Act) -> Result<Tx, Fault> {
    let permit = Permit::ask(&Actor::Program("made-up network".to_owned()), act, Target::Network)
        .map_err(|refusal| Fault::unreadable(format!("{refusal:?}")))?;
    permit.begin(db).await
}

impl Maker<'_> {
    async fn organisations(
        &mut self,
        size: Size,
        progress: &mut impl FnMut(&str, usize, usize),
    ) -> Result<Vec<OrganisationId>, Fault> {
        let share = (size.experts / size.organisations.max(1)) as i64;
        let mut all = Vec::with_capacity(size.organisations);
        let numbers: Vec<usize> = (0..size.organisations).collect();
        for portion in numbers.chunks(500) {
            let new = portion.iter().map(|n| self.organisation(*n, share)).collect();
            let mut tx = begin(self.db, Act::RegisterOrganisation).await?;
            all.extend(network::facade::create_organisations(&mut tx, new).await?);
            tx.commit().await?;
            progress("organisations", all.len(), size.organisations);
        }
        Ok(all)
    }

    fn organisation(&self, n: usize, share: i64) -> NewOrganisation {
        use OrganisationKind as Kind;
        let (town, province) = TOWNS[n % TOWNS.len()];
        let kind = match n % 6 {
            0 => Kind::Department,
            1 => Kind::Association,
            2 => Kind::Cooperative,
            3 => Kind::MentalHealthService,
            4 => Kind::Association,
            _ => Kind::Volunteers,
        };
        let round = n / NAMES.len();
        let own = NAMES[n % NAMES.len()];
        let own = if round == 0 { own.to_owned() } else { format!("{own} {}", round + 1) };
        let name = match kind {
            Kind::Department => format!("Dipartimento di salute mentale di prova – {town} {}", n / TOWNS.len() + 1),
            Kind::MentalHealthService => format!("Centro di salute mentale di prova «{own}»"),
            Kind::Cooperative => format!("Cooperativa {own}"),
            Kind::Volunteers => format!("Volontari {own}"),
            _ => format!("Associazione {own}"),
        };
        let starting = STARTING.contains(&province);
        let stage = if starting {
            Stage::Starting
        } else {
            *self.dice.pick(&[Stage::Advanced, Stage::Early, Stage::Early, Stage::Unsaid])
        };
        // What is reported and what is on record differ a little, as they do.
        let up_to = |most: i64| Some(if starting { 0 } else { self.dice.0.below((most + 1) as usize) as i64 });
        NewOrganisation {
            email: Some(format!("realta{n}@example.org")),
            lead: if kind == Kind::Association { *self.dice.pick(&[Lead::MadeUp, Lead::Led]) } else { Lead::Neither },
            stage,
            activities: Some((*self.dice.pick(&ACTIVITIES)).to_owned()),
            figures: Figures {
                user: ByStanding {
                    volunteer: up_to(share),
                    part_time: if starting { Some(0) } else { Some(1 + share / 3) },
                    full_time: up_to(1),
                },
                family: ByStanding { volunteer: up_to(2), part_time: up_to(1), full_time: Some(0) },
                on: Some(self.today - Duration::days(self.dice.0.below(300) as i64)),
            },
            // A few wait for the secretariat, so that it has something to do.
            confirmed: n % 20 != 7,
            ..NewOrganisation::new(name, kind, town, province)
        }
    }

    fn somebody(&mut self, roles: Vec<HeldRole>) -> Somebody {
        let n = self.named;
        self.named += 1;
        let first = FIRST[n % FIRST.len()];
        let last = LAST[(n / FIRST.len() + n * 7) % LAST.len()];
        let address = kernel::slug(&format!("{first} {last} {n}")).replace('-', ".");
        let email = EmailAddress::parse("email", &format!("{address}@example.org")).ok();
        let person = NewPerson { display_name: format!("{first} {last}"), email, lang: Lang::It };
        (self.db.env().id(), person, roles)
    }

    /// Somebody whom a visitor of the demonstration may be: the same at each start.
    fn persona(&self, persona: Persona, roles: Vec<HeldRole>) -> Somebody {
        (self.db.env().id(), persona.new_person(), roles)
    }

    fn since(&self) -> Period {
        Period::since(self.today - Duration::days(200 + self.dice.0.below(900) as i64))
    }

    fn held(&self, role: Role, scope: Scope) -> HeldRole {
        HeldRole { role, scope, period: self.since() }
    }

    /// Everybody who is not an expert: managers, professionals, tutors, trainers, secretariat,
    /// regions, administrator.
    async fn staff(&mut self, organisations: &[OrganisationId]) -> Result<(), Fault> {
        let mut all = Vec::new();
        for (n, organisation) in organisations.iter().enumerate() {
            let scope = Scope::Organisation(*organisation);
            if n == 0 {
                // One department holds one of each, so that one walk can be seen from every side.
                for role in [Role::OrganisationManager, Role::Professional, Role::Tutor, Role::Trainer] {
                    all.push(self.persona(Persona::Holder(role), vec![self.held(role, scope)]));
                }
                for persona in [Persona::Candidate, Persona::Trainee, Persona::Certified] {
                    all.push(self.persona(persona, Vec::new()));
                }
                continue;
            }
            all.push(self.somebody(vec![self.held(Role::OrganisationManager, scope)]));
            let other = match n % 6 {
                0 => Some(Role::Professional),
                2 => Some(Role::Trainer),
                3 => Some(Role::Tutor),
                _ => None,
            };
            if let Some(role) = other {
                let somebody = self.somebody(vec![self.held(role, scope)]);
                if role != Role::Trainer {
                    self.professionals.insert(*organisation, somebody.0);
                }
                all.push(somebody);
            }
        }
        for (role, scope) in [
            (Role::Secretariat, Scope::Network),
            (Role::Region, Scope::Territory(Territory::Piemonte)),
            (Role::Administrator, Scope::Network),
        ] {
            all.push(self.persona(Persona::Holder(role), vec![self.held(role, scope)]));
        }
        for _ in 0..2 {
            all.push(self.somebody(vec![self.held(Role::Secretariat, Scope::Network)]));
        }
        for territory in [Territory::EmiliaRomagna, Territory::Trento, Territory::Umbria, Territory::Puglia] {
            all.push(self.somebody(vec![self.held(Role::Region, Scope::Territory(territory))]));
        }
        for portion in all.chunks(PORTION) {
            self.write_people(portion).await?;
        }
        Ok(())
    }

    /// Who walks the path: around the personas, and by the thousand.
    async fn path(
        &mut self,
        organisations: &[OrganisationId],
        size: Size,
        progress: &mut impl FnMut(&str, usize, usize),
    ) -> Result<(), Unmade> {
        let Some(department) = organisations.first().copied() else { return Ok(()) };
        let others = self.people(path::OTHERS).await?;
        let elsewhere = |n: usize| {
            let organisation = *organisations.get(n)?;
            Some(path::Elsewhere { organisation, expert: self.experts.get(&organisation).copied() })
        };
        let around: Vec<_> = [2, 1].into_iter().filter_map(elsewhere).collect();
        if let Some(cast) = path::Cast::gather(self.app, department, others).await? {
            path::walk(self.app, &cast, &around).await?;
        }
        let names = network::facade::organisation_names(self.db.reader(), organisations).await?;
        let places: Vec<many::Place> = (1..organisations.len())
            .filter_map(|n| {
                let at = elsewhere(n)?;
                let professional = *self.professionals.get(&at.organisation)?;
                let territory = names.get(&at.organisation)?.territory;
                at.expert.is_some().then_some(many::Place { at, territory, professional })
            })
            .collect();
        if places.is_empty() {
            return Ok(());
        }
        let people = self.people(size.candidacies).await?;
        many::candidacies(self.app, &self.dice, &places, &people, &mut *progress).await?;
        many::editions(self.app, &places, &people, size.editions, progress).await?;
        Ok(())
    }

    /// People without a role.
    async fn people(&mut self, count: usize) -> Result<Vec<PersonId>, Fault> {
        let mut ids = Vec::with_capacity(count);
        while ids.len() < count {
            let portion: Vec<Somebody> =
                (0..PORTION.min(count - ids.len())).map(|_| self.somebody(Vec::new())).collect();
            self.write_people(&portion).await?;
            ids.extend(portion.iter().map(|(id, _, _)| *id));
        }
        Ok(ids)
    }

    /// What the organisations do together: a Document to endorse, its easy version, groups, twinnings,
    /// dates.
    async fn together(&mut self, organisations: &[OrganisationId]) -> Result<(), Fault> {
        let text = include_str!("documento.txt");
        // Before the real Document of 2021: who loads that one reads it as the latest.
        let adopted = NaiveDate::from_ymd_opt(2021, 3, 1);
        let document = Loading::new(text, "documento.txt", Some("Documento di prova"), adopted, self.today);
        let document = document.map_err(|unfit| Fault::unreadable(format!("{unfit:?}")))?;
        let pdf = document.pdf().map_err(|unfit| Fault::unreadable(format!("{unfit:?}")))?;
        let mut tx = begin(self.db, Act::ImportDocument).await?;
        let loaded = consensus::facade::import_document(&mut tx, &document, pdf).await?;
        consensus::facade::write_proposed_easy_version(&mut tx, loaded.id()).await?;
        tx.commit().await?;
        let mut tx = begin(self.db, Act::Announce).await?;
        self.groups = community::groups(&mut tx).await?;
        community::endorse(self.db, &mut tx, organisations, self.today).await?;
        community::twin(&mut tx, organisations, self.today).await?;
        community::tell(&mut tx, organisations, self.today).await?;
        community::declare(&mut tx, organisations, self.today).await?;
        tx.commit().await
    }

    async fn write_people(&self, people: &[Somebody]) -> Result<(), Fault> {
        let mut tx = begin(self.db, Act::ManageAccounts).await?;
        write(&mut tx, people).await?;
        tx.commit().await
    }

    async fn experts(&mut self, organisations: &[OrganisationId], from: usize, count: usize) -> Result<(), Fault> {
        let mut people = Vec::with_capacity(count);
        let mut experts = Vec::with_capacity(count);
        let mut listed = Vec::new();
        for n in from..from + count {
            let organisation = organisations[n % organisations.len()];
            let held = self.held(Role::Expert, Scope::Organisation(organisation));
            let somebody = match n {
                0 => self.persona(Persona::Holder(Role::Expert), vec![held]),
                _ => self.somebody(vec![held]),
            };
            self.experts.entry(organisation).or_insert(somebody.0);
            experts.push(self.expert(somebody.0, organisation, held.period));
            if self.dice.one_in(3) {
                listed.push(somebody.0);
            }
            people.push(somebody);
        }
        let mut tx = begin(self.db, Act::ManageExperts).await?;
        write(&mut tx, &people).await?;
        network::facade::create_experts(&mut tx, experts).await?;
        let ids: Vec<PersonId> = people.iter().map(|(id, _, _)| *id).collect();
        community::belong(&mut tx, &self.groups, &ids).await?;
        let wording = "Il mio nome può stare sulle pagine pubbliche della rete (dato di prova).";
        people::facade::give_consents(&mut tx, &listed, ConsentKind::PublicListing, wording, Lang::It).await?;
        tx.commit().await
    }

    fn expert(&self, person: PersonId, organisation: OrganisationId, period: Period) -> NewExpert {
        let lived = if self.dice.one_in(4) { LivedExperience::Family } else { LivedExperience::User };
        let standing = *self.dice.pick(&[
            Standing::Volunteer,
            Standing::Volunteer,
            Standing::PartTime,
            Standing::PartTime,
            Standing::FullTime,
        ]);
        let claims = Quality::ALL.iter().filter(|_| !self.dice.one_in(3)).map(|quality| Claim::Shown {
            quality: *quality,
            by: *self.dice.pick(&[Evidence::OwnWord, Evidence::Course, Evidence::Group, Evidence::Activity]),
            note: None,
        });
        NewExpert {
            person,
            lived,
            claims: std::iter::once(Claim::Lived).chain(claims).collect(),
            roles: vec![NewRole { organisation, standing, title: "Supporto tra pari".to_owned(), period }],
        }
    }
}

async fn write(tx: &mut Tx, people: &[Somebody]) -> Result<(), Fault> {
    let new = people.iter().map(|(id, person, _)| (*id, person.clone())).collect();
    people::facade::new_people(tx, new).await?;
    let roles: Vec<(PersonId, HeldRole)> =
        people.iter().flat_map(|(id, _, roles)| roles.iter().map(|held| (*id, *held))).collect();
    people::facade::give_roles(tx, &roles).await?;
    // Nobody has a password, but whoever forgot it can be sent a link, as in a real network.
    let ids: Vec<PersonId> = people.iter().map(|(id, _, _)| *id).collect();
    people::facade::open_accounts(tx, &ids).await
}
