//! The register for later slices: adding organisations, reading them, figures, next steps.

use crate::{
    organisation::{
        model::{Field, Sheet},
        rules::{self, Draft},
        store,
    },
    territory, transfer,
};
use ::store::{Conn, Db, Fault};
use access::{Act, Actor, Role, Target, Tx, policy};
use kernel::{ImportId, NaiveDate, OrganisationId, Territory};
use std::collections::{HashMap, HashSet};
use web::ui::NextStep;

pub use crate::organisation::model::{ByStanding, Figures, Lead, Listed, Organisation, OrganisationKind, Stage};
pub use crate::territory::{Counts, Presence};
pub use crate::transfer::{
    model::{DryRun, Fate, Format, ImportRefused, Line, Outcome, Problem},
    store::Kept as KeptImport,
};

/// An organisation to be added. Only name, kind, town and province must be said.
#[derive(Debug, Clone)]
pub struct NewOrganisation {
    /// The name.
    pub name: String,
    /// The kind.
    pub kind: OrganisationKind,
    /// The town.
    pub town: String,
    /// The province's two letters; they say the territory.
    pub province: String,
    /// Street and number.
    pub address: Option<String>,
    /// The address for mail.
    pub email: Option<String>,
    /// The telephone.
    pub phone: Option<String>,
    /// The site.
    pub website: Option<String>,
    /// What part experts have in it.
    pub lead: Lead,
    /// How far along it says it is.
    pub stage: Stage,
    /// What it does.
    pub activities: Option<String>,
    /// The figures, with their day.
    pub figures: Figures,
    /// Whether the sheet is public at once, or waits for the secretariat.
    pub confirmed: bool,
}

impl NewOrganisation {
    /// With the least that must be said; public at once.
    pub fn new(name: impl Into<String>, kind: OrganisationKind, town: impl Into<String>, province: &str) -> Self {
        Self {
            name: name.into(),
            kind,
            town: town.into(),
            province: province.to_owned(),
            address: None,
            email: None,
            phone: None,
            website: None,
            lead: Lead::Unsaid,
            stage: Stage::Unsaid,
            activities: None,
            figures: Figures::default(),
            confirmed: true,
        }
    }

    fn checked(self, today: NaiveDate) -> Result<(Sheet, bool), Fault> {
        let confirmed = self.confirmed;
        let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
        let Figures { user, family, on } = self.figures;
        let draft = Draft::new()
            .with(Field::Name, self.name)
            .with(Field::Kind, self.kind.code())
            .with(Field::Town, self.town)
            .with(Field::Province, self.province)
            .with(Field::Address, self.address.unwrap_or_default())
            .with(Field::Email, self.email.unwrap_or_default())
            .with(Field::Phone, self.phone.unwrap_or_default())
            .with(Field::Website, self.website.unwrap_or_default())
            .with(Field::Lead, self.lead.code())
            .with(Field::Stage, self.stage.code())
            .with(Field::Activities, self.activities.unwrap_or_default())
            .with(Field::UserVolunteer, number(user.volunteer))
            .with(Field::UserPartTime, number(user.part_time))
            .with(Field::UserFullTime, number(user.full_time))
            .with(Field::FamilyVolunteer, number(family.volunteer))
            .with(Field::FamilyPartTime, number(family.part_time))
            .with(Field::FamilyFullTime, number(family.full_time))
            .with(Field::FiguresOn, on.map(|day| day.to_string()).unwrap_or_default());
        let sheet = rules::check(&draft, today).map_err(|wrong| Fault::unreadable(format!("{:?}", wrong.0)))?;
        Ok((sheet, confirmed))
    }
}

/// Adds an organisation. It passes the same checks as a form.
///
/// # Errors
/// [`Fault::Unreadable`] when a field does not pass; else as the store says.
pub async fn create_organisation(tx: &mut Tx, new: NewOrganisation) -> Result<OrganisationId, Fault> {
    let ids = create_organisations(tx, vec![new]).await?;
    ids.first().copied().ok_or_else(|| Fault::unreadable("no organisation was added"))
}

/// Adds many organisations with few statements, in the order given.
///
/// # Errors
/// [`Fault::Unreadable`] when a field of one does not pass: none is added then.
pub async fn create_organisations(tx: &mut Tx, new: Vec<NewOrganisation>) -> Result<Vec<OrganisationId>, Fault> {
    let today = tx.env().today();
    let checked = new.into_iter().map(|new| new.checked(today)).collect::<Result<Vec<_>, _>>()?;
    store::add(tx, checked).await
}

/// An organisation by its id.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn organisation(conn: &impl Conn, id: OrganisationId) -> Result<Option<Organisation>, Fault> {
    store::by_id(conn, id).await
}

/// An organisation by the last part of its address: its id or its slug.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn find_organisation(conn: &impl Conn, address: &str) -> Result<Option<Organisation>, Fault> {
    store::by_address(conn, address).await
}

/// An organisation as the target of an act; none where there is no such organisation.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn organisation_target(conn: &impl Conn, id: OrganisationId) -> Result<Option<Target>, Fault> {
    let territory = store::territory_of(conn, id).await?;
    Ok(territory.map(|territory| Target::organisation(id, territory)))
}

/// Organisations by id, as a list shows them: closed and waiting ones too.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn organisation_names(
    conn: &impl Conn,
    ids: &[OrganisationId],
) -> Result<HashMap<OrganisationId, Listed>, Fault> {
    store::directory::names(conn, ids).await
}

/// The organisations that the lines of a list name, by id, each looked up once: one statement.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn organisations_named(
    conn: &impl Conn,
    mut ids: Vec<OrganisationId>,
) -> Result<HashMap<OrganisationId, Listed>, Fault> {
    ids.sort_unstable();
    ids.dedup();
    store::directory::names(conn, &ids).await
}

/// Those of these organisations in which the policy lets somebody do something today: one statement.
/// Who is named by a record there, and works there no longer, does not reach it any more.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn organisations_reached(
    conn: &impl Conn,
    actor: &Actor,
    act: Act,
    ids: Vec<OrganisationId>,
) -> Result<HashSet<OrganisationId>, Fault> {
    let may = |one: &Listed| policy::decide(actor, act, Target::organisation(one.id, one.territory)).is_ok();
    Ok(organisations_named(conn, ids).await?.into_values().filter(may).map(|one| one.id).collect())
}

/// All organisations that were not closed, by name: one statement, for whoever works over all.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn open_organisations(conn: &impl Conn) -> Result<Vec<Listed>, Fault> {
    store::directory::open(conn).await
}

/// The 21 territories from north to south, with the presence shown on the map and what the public
/// register adds up to.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn count_by_territory(conn: &impl Conn) -> Result<Vec<(Territory, Presence, Counts)>, Fault> {
    let pictures = territory::store::pictures(conn).await?;
    Ok(pictures.iter().map(|p| (p.territory, territory::rules::presence(p), p.counts)).collect())
}

/// What the home page says of the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NetworkFigures {
    /// Organisations in the public register.
    pub organisations: i64,
    /// Territories in which there is one.
    pub territories: i64,
    /// User experts that they report.
    pub user_experts: i64,
    /// Family experts that they report.
    pub family_experts: i64,
}

/// What the public register adds up to: one statement.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn network_figures(conn: &impl Conn) -> Result<NetworkFigures, Fault> {
    let sums = store::directory::sums(conn).await?;
    Ok(NetworkFigures {
        organisations: sums.organisations,
        territories: sums.territories,
        user_experts: sums.user_experts,
        family_experts: sums.family_experts,
    })
}

/// What the register asks of somebody: of a manager, to renew or mend a sheet; of the secretariat,
/// to look at the sheets that wait; of a region, to say how its territory stands.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn register_steps(db: &Db, actor: &Actor) -> Result<Vec<NextStep>, Fault> {
    let conn = db.reader();
    let mut steps = Vec::new();
    let old_before = rules::old_before(db.env().today());
    for kept in store::sheet::kept(conn, &actor.organisations(Role::OrganisationManager)).await? {
        steps.extend(kept.step(old_before));
    }
    if policy::decide(actor, Act::ConfirmOrganisation, Target::Network).is_ok() && actor.person().is_some() {
        let waiting = store::sheet::waiting(conn).await?;
        if waiting > 0 {
            steps.push(NextStep {
                key: "organisation-step-confirm",
                args: vec![("number", waiting.to_string())],
                href: "/realta?stato=attesa".to_owned(),
                urgent: true,
            });
        }
    }
    for mine in actor.territories(Role::Region) {
        let said = territory::store::said_on(conn, mine).await?;
        if said.is_none_or(|day| day < old_before) {
            steps.push(NextStep {
                key: "territory-step-say",
                args: vec![("territory", mine.code().to_owned())],
                href: format!("/realta/territori/{mine}/modifica"),
                urgent: false,
            });
        }
    }
    Ok(steps)
}

/// Reads a file of organisations and compares it with the register. Nothing is written.
///
/// # Errors
/// [`Fault`] as the store says; what is wrong with the file stands in the dry run.
pub async fn import_dry_run(db: &Db, bytes: &[u8], file: &str) -> Result<DryRun, Fault> {
    transfer::store::dry_run(db, bytes, file).await
}

/// Puts a dry run on record, so that it can be confirmed later by its id, here or on a page.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn import_keep(tx: &mut Tx, run: &DryRun) -> Result<(), Fault> {
    transfer::store::keep(tx, run).await
}

/// The dry run that has this id, as it was kept.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn import_load(conn: &impl Conn, id: ImportId) -> Result<Option<KeptImport>, Fault> {
    transfer::store::load(conn, id).await
}

/// Carries a dry run out: all of it, or nothing.
///
/// # Errors
/// [`ImportRefused`]: the transaction is then to be dropped.
pub async fn import_confirm(tx: &mut Tx, run: &DryRun) -> Result<Outcome, ImportRefused> {
    transfer::store::confirm(tx, run).await
}

/// The register as a file, with all that `actor` may see of it.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn export(db: &Db, actor: &Actor, format: Format) -> Result<Vec<u8>, Fault> {
    let lines = transfer::store::saved(db, actor).await?;
    match format {
        Format::Csv => transfer::rules::csv(&lines).map_err(Fault::unreadable),
        Format::Xlsx => transfer::rules::xlsx(&lines).map_err(Fault::unreadable),
    }
}
