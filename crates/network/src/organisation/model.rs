//! What an organisation says of itself: kinds, stages, figures, the profile sheet.

mod filter;

pub(crate) use filter::{Filter, Standing};

use crate::territory::Province;
use access::Target;
use kernel::{DateTime, EmailAddress, NaiveDate, OrganisationId, ProfileSheetId, Territory, Utc, fold};

/// Declares what [`store::coded`] declares, with other words by which people name the values, a
/// name on screen, and a place in the API.
macro_rules! named {
    ($(#[doc = $doc:literal])* $name:ident, $prefix:literal {
        $($(#[doc = $about:literal])* $variant:ident = $code:literal [$($word:literal),*];)*
    }) => {
        store::coded! { $(#[doc = $doc])* $name { $($(#[doc = $about])* $variant = $code),* } }

        impl $name {
            /// The value that is meant by a code or by a word in Italian or English.
            pub fn find(text: &str) -> Option<$name> {
                let wanted = fold(text);
                let words: &[(&[&str], $name)] = &[$((&[$code, $($word),*], $name::$variant),)*];
                words.iter().find(|(words, _)| words.iter().any(|w| fold(w) == wanted)).map(|(_, value)| *value)
            }
            /// The key of its name on screen.
            pub fn key(self) -> String {
                format!("{}-{}", $prefix, self.code().replace('_', "-"))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = String::deserialize(deserializer)?;
                $name::from_code(&code).ok_or_else(|| serde::de::Error::custom(format!("not known here: {code}")))
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::schema::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .enum_values(Some([$($code),*]))
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}
    };
}

named! {
    /// What kind of reality an organisation is.
    OrganisationKind, "organisation-kind" {
        /// A mental-health department (DSM): the public body that runs the services of an area.
        Department = "mental_health_department"
            ["department", "dipartimento", "dipartimento di salute mentale", "dsm", "dsm dp", "dipartimento di salute mentale e dipendenze patologiche", "mental-health department"];
        /// A mental-health service of a department.
        MentalHealthService = "mental_health_service"
            ["servizio di salute mentale", "centro di salute mentale", "centro salute mentale", "csm", "servizio", "service", "unità operativa di psichiatria", "mental-health service"];
        /// A service for addictions.
        AddictionService = "addiction_service"
            ["servizio per le dipendenze", "servizio dipendenze", "sert", "ser t", "serd", "ser d", "addictions service"];
        /// A social cooperative.
        Cooperative = "cooperative" ["cooperativa", "cooperativa sociale", "social cooperative", "co-operative"];
        /// An association.
        Association = "association" ["associazione", "associazione di promozione sociale", "aps"];
        /// A group of volunteers.
        Volunteers = "volunteers"
            ["volontariato", "gruppo di volontariato", "organizzazione di volontariato", "odv", "volunteer group", "gruppo"];
        /// A network of realities.
        Network = "network" ["rete"];
        /// A movement.
        Movement = "movement" ["movimento"];
        /// A Recovery College, open to all.
        RecoveryCollege = "recovery_college" ["college"];
        /// A body that promotes the network's work.
        Promoter = "promoter" ["ente promotore", "promotore", "promoting body"];
        /// A body that works beside the network.
        Partner = "partner" ["ente partner", "partner body"];
        /// Something else.
        Other = "other" ["altro", "altra realtà"];
    }
}

named! {
    /// How far along an organisation says it is.
    Stage, "organisation-stage" {
        /// A practice that has stood for some time.
        Advanced = "advanced" ["avanzata", "avanzato", "in fase avanzata"];
        /// A practice that has begun.
        Early = "early" ["iniziale", "in fase iniziale", "agli inizi", "avviata"];
        /// A practice that is about to begin.
        Starting = "about_to_start" ["in partenza", "sta per iniziare", "intende iniziare", "starting", "about to start"];
        /// The organisation has not said.
        Unsaid = "not_said" ["non dichiarata", "non detto", "non indicata", "not said"];
    }
}

named! {
    /// What part experts have in an organisation as a whole.
    Lead, "organisation-lead" {
        /// It is made up of experts.
        MadeUp = "made_up_of_experts" ["formata da esperti", "fatta di esperti", "composta da esperti", "made up of experts"];
        /// Experts lead it.
        Led = "led_by_experts" ["guidata da esperti", "condotta da esperti", "led by experts", "si", "sì", "yes", "true", "vero"];
        /// Experts neither make it up nor lead it.
        Neither = "not_led_by_experts" ["non guidata da esperti", "not led by experts", "no", "false", "falso"];
        /// The organisation has not said.
        Unsaid = "not_said" ["non detto", "non indicato", "not said"];
    }
}

/// How many active experts of one kind an organisation reports, by standing; `None` is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[schema(as = ExpertsByStanding)]
pub struct ByStanding {
    /// Volunteers.
    pub volunteer: Option<i64>,
    /// Paid, part time.
    pub part_time: Option<i64>,
    /// Paid, full time.
    pub full_time: Option<i64>,
}

impl ByStanding {
    /// All together, when at least one is known.
    pub fn total(self) -> Option<i64> {
        let known = [self.volunteer, self.part_time, self.full_time];
        known.iter().any(Option::is_some).then(|| known.iter().flatten().sum())
    }
}

/// The figures of a sheet. They are of the organisation's whole, never of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
pub struct Figures {
    /// User experts.
    pub user: ByStanding,
    /// Family experts.
    pub family: ByStanding,
    /// The day of which the figures are.
    pub on: Option<NaiveDate>,
}

impl Figures {
    /// Whether there is any.
    pub fn any(&self) -> bool {
        self.user.total().is_some() || self.family.total().is_some()
    }
}

/// What an organisation says of itself: the content of a profile sheet. It is made by
/// [`super::rules::check`], so that forms, files and programs pass the same checks.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Sheet {
    /// The name.
    pub(crate) name: String,
    /// The kind.
    pub(crate) kind: OrganisationKind,
    /// The town, or towns.
    pub(crate) town: String,
    /// The province's two letters.
    pub(crate) province: String,
    /// The territory.
    pub(crate) territory: Territory,
    /// Street and number.
    pub(crate) address: Option<String>,
    /// The address for mail.
    pub(crate) email: Option<EmailAddress>,
    /// The telephone.
    pub(crate) phone: Option<String>,
    /// The site, with its `https://`.
    pub(crate) website: Option<String>,
    /// What part experts have in it.
    pub(crate) lead: Lead,
    /// How far along it says it is.
    pub(crate) stage: Stage,
    /// What it does, in its own words.
    pub(crate) activities: Option<String>,
    /// The figures.
    pub(crate) figures: Figures,
}

/// A field of the sheet: a control of the form, a column of a file, a line of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Field {
    Name,
    Kind,
    Town,
    Province,
    Territory,
    Address,
    Email,
    Phone,
    Website,
    Lead,
    Stage,
    Activities,
    UserVolunteer,
    UserPartTime,
    UserFullTime,
    FamilyVolunteer,
    FamilyPartTime,
    FamilyFullTime,
    FiguresOn,
}

impl Field {
    /// All, in the order of the form and of the file.
    pub(crate) const ALL: [Field; 19] = [
        Field::Name,
        Field::Kind,
        Field::Town,
        Field::Province,
        Field::Territory,
        Field::Address,
        Field::Email,
        Field::Phone,
        Field::Website,
        Field::Lead,
        Field::Stage,
        Field::Activities,
        Field::UserVolunteer,
        Field::UserPartTime,
        Field::UserFullTime,
        Field::FamilyVolunteer,
        Field::FamilyPartTime,
        Field::FamilyFullTime,
        Field::FiguresOn,
    ];

    /// The name of the form's control and of the file's column.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Kind => "kind",
            Field::Town => "town",
            Field::Province => "province",
            Field::Territory => "region",
            Field::Address => "address",
            Field::Email => "email",
            Field::Phone => "phone",
            Field::Website => "website",
            Field::Lead => "led_by_experts",
            Field::Stage => "stage",
            Field::Activities => "activities",
            Field::UserVolunteer => "user_experts_volunteer",
            Field::UserPartTime => "user_experts_paid_part_time",
            Field::UserFullTime => "user_experts_paid_full_time",
            Field::FamilyVolunteer => "family_experts_volunteer",
            Field::FamilyPartTime => "family_experts_paid_part_time",
            Field::FamilyFullTime => "family_experts_paid_full_time",
            Field::FiguresOn => "figures_on",
        }
    }
    /// The field that has this code.
    pub(crate) fn from_code(code: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.code() == code)
    }
    /// The key of its label on screen.
    pub(crate) fn key(self) -> String {
        format!("organisation-{}", self.code().replace('_', "-"))
    }
    /// The fields that hold a number of experts.
    pub(crate) const NUMBERS: [Field; 6] = [
        Field::UserVolunteer,
        Field::UserPartTime,
        Field::UserFullTime,
        Field::FamilyVolunteer,
        Field::FamilyPartTime,
        Field::FamilyFullTime,
    ];
}

impl Sheet {
    /// A field as it is written in a form or a file; empty where nothing was said.
    pub(crate) fn written(&self, field: Field) -> String {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let (user, family) = (self.figures.user, self.figures.family);
        let number = |value: Option<i64>| value.map(|n| n.to_string()).unwrap_or_default();
        match field {
            Field::Name => self.name.clone(),
            Field::Kind => self.kind.code().to_owned(),
            Field::Town => self.town.clone(),
            Field::Province => self.province.clone(),
            Field::Territory => self.territory.code().to_owned(),
            Field::Address => text(&self.address),
            Field::Email => self.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default(),
            Field::Phone => text(&self.phone),
            Field::Website => text(&self.website),
            Field::Lead => self.lead.code().to_owned(),
            Field::Stage => self.stage.code().to_owned(),
            Field::Activities => text(&self.activities),
            Field::UserVolunteer => number(user.volunteer),
            Field::UserPartTime => number(user.part_time),
            Field::UserFullTime => number(user.full_time),
            Field::FamilyVolunteer => number(family.volunteer),
            Field::FamilyPartTime => number(family.part_time),
            Field::FamilyFullTime => number(family.full_time),
            Field::FiguresOn => self.figures.on.map(|day| day.to_string()).unwrap_or_default(),
        }
    }
    /// The province, as long as its letters are known.
    pub(crate) fn province(&self) -> Option<Province> {
        Province::find(&self.province)
    }
    /// What the search looks through.
    pub(crate) fn search_text(&self) -> String {
        search_text(&self.name, &self.town, &self.province, self.territory)
    }
}

/// What the search looks through: name, town, province and territory.
fn search_text(name: &str, town: &str, province: &str, territory: Territory) -> String {
    let province = Province::find(province).map(Province::name).unwrap_or_default();
    format!("{name} {town} {province} {}", territory.name(kernel::Lang::It))
}

/// Where a sheet stands between the organisation and the secretariat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetState {
    /// Written, not yet looked at by the secretariat.
    Waiting,
    /// What the public reads now.
    Confirmed,
    /// The secretariat asked for a change and said which.
    Returned,
    /// Confirmed once, followed by a later one.
    Past,
    /// Never confirmed: a later one took its place.
    Replaced,
}

impl SheetState {
    /// The word in the database.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            SheetState::Waiting => "waiting",
            SheetState::Confirmed => "confirmed",
            SheetState::Returned => "returned",
            SheetState::Past => "past",
            SheetState::Replaced => "replaced",
        }
    }
    /// The state that has this code.
    pub(crate) fn from_code(code: &str) -> Option<SheetState> {
        use SheetState::{Confirmed, Past, Replaced, Returned, Waiting};
        [Waiting, Confirmed, Returned, Past, Replaced].into_iter().find(|state| state.code() == code)
    }
    /// The key of its name on screen.
    pub(crate) fn key(self) -> String {
        format!("organisation-sheet-{}", self.code())
    }
}

/// A sheet on record.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredSheet {
    /// Which.
    pub(crate) id: ProfileSheetId,
    /// Its place among the organisation's sheets, from 1.
    pub(crate) number: i64,
    /// Where it stands.
    pub(crate) state: SheetState,
    /// What it says.
    pub(crate) sheet: Sheet,
    /// When it was written.
    pub(crate) written_at: DateTime<Utc>,
    /// When the secretariat confirmed or returned it.
    pub(crate) settled_at: Option<DateTime<Utc>>,
    /// What the secretariat asks to change.
    pub(crate) note: Option<String>,
}

/// An organisation with the sheets that count now.
#[derive(Debug, Clone, PartialEq)]
pub struct Organisation {
    /// Which.
    pub id: OrganisationId,
    /// Its part of the address.
    pub slug: String,
    /// Its name, as the public reads it; before the first confirmation, as first written.
    pub name: String,
    /// Where it lies.
    pub territory: Territory,
    /// Whether it stands in the public register: confirmed once and not closed.
    pub listed: bool,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
    /// Rises with each change.
    pub version: i64,
    /// What the public reads.
    pub(crate) confirmed: Option<StoredSheet>,
    /// What waits for the secretariat, or was returned by it.
    pub(crate) pending: Option<StoredSheet>,
}

impl Organisation {
    /// As the target of an act.
    pub fn target(&self) -> Target {
        Target::organisation(self.id, self.territory)
    }
    /// The address of its page.
    pub fn href(&self) -> String {
        format!("/realta/{}", self.slug)
    }
    /// The sheet to go on from: the pending one, else the public one.
    pub(crate) fn latest(&self) -> Option<&StoredSheet> {
        self.pending.as_ref().or(self.confirmed.as_ref())
    }
    /// Whether a sheet waits for the secretariat.
    pub(crate) fn waits(&self) -> bool {
        self.pending.as_ref().is_some_and(|sheet| sheet.state == SheetState::Waiting)
    }
    /// What kind of reality it is.
    pub fn kind(&self) -> Option<OrganisationKind> {
        self.confirmed.as_ref().or(self.pending.as_ref()).map(|stored| stored.sheet.kind)
    }
}

/// A line of the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Which.
    pub id: OrganisationId,
    /// Its part of the address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: OrganisationKind,
    /// Its town.
    pub town: String,
    /// The province's two letters.
    pub province: String,
    /// Its territory.
    pub territory: Territory,
    /// How far along it says it is.
    pub stage: Stage,
    /// What part experts have in it.
    pub lead: Lead,
    /// How many active user experts it reports, where it does.
    pub user_experts: Option<i64>,
    /// How many active family experts it reports, where it does.
    pub family_experts: Option<i64>,
}

impl Listed {
    /// The address of its page.
    pub fn href(&self) -> String {
        format!("/realta/{}", self.slug)
    }
    /// What the search looks through.
    pub(crate) fn search_text(&self) -> String {
        search_text(&self.name, &self.town, &self.province, self.territory)
    }
    /// All experts it reports, where it reports any kind.
    pub fn experts(&self) -> Option<i64> {
        match (self.user_experts, self.family_experts) {
            (None, None) => None,
            (user, family) => Some(user.unwrap_or(0) + family.unwrap_or(0)),
        }
    }
}
