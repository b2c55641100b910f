//! What a territory is to the network: its provinces, and how far the figure of the expert is present.

use kernel::{NaiveDate, Territory, fold};
use std::fmt;

macro_rules! provinces {
    ($($territory:ident: $($code:literal $name:literal),*;)*) => {
        /// All provinces and metropolitan cities by territory: code of two letters, Italian name. Those
        /// of Sardinia that came and went with its reforms are all known.
        const PROVINCES: &[(&str, &str, Territory)] = &[$($(($code, $name, Territory::$territory),)*)*];
    };
}

provinces! {
    Piemonte: "AL" "Alessandria", "AT" "Asti", "BI" "Biella", "CN" "Cuneo", "NO" "Novara", "TO" "Torino",
        "VB" "Verbano-Cusio-Ossola", "VC" "Vercelli";
    ValleDAosta: "AO" "Aosta";
    Lombardia: "BG" "Bergamo", "BS" "Brescia", "CO" "Como", "CR" "Cremona", "LC" "Lecco", "LO" "Lodi", "MN" "Mantova",
        "MI" "Milano", "MB" "Monza e Brianza", "PV" "Pavia", "SO" "Sondrio", "VA" "Varese";
    Bolzano: "BZ" "Bolzano";
    Trento: "TN" "Trento";
    Veneto: "BL" "Belluno", "PD" "Padova", "RO" "Rovigo", "TV" "Treviso", "VE" "Venezia", "VR" "Verona", "VI" "Vicenza";
    FriuliVeneziaGiulia: "GO" "Gorizia", "PN" "Pordenone", "TS" "Trieste", "UD" "Udine";
    Liguria: "GE" "Genova", "IM" "Imperia", "SP" "La Spezia", "SV" "Savona";
    EmiliaRomagna: "BO" "Bologna", "FE" "Ferrara", "FC" "Forlì-Cesena", "MO" "Modena", "PR" "Parma", "PC" "Piacenza",
        "RA" "Ravenna", "RE" "Reggio Emilia", "RN" "Rimini";
    Toscana: "AR" "Arezzo", "FI" "Firenze", "GR" "Grosseto", "LI" "Livorno", "LU" "Lucca", "MS" "Massa-Carrara", "PI" "Pisa",
        "PT" "Pistoia", "PO" "Prato", "SI" "Siena";
    Umbria: "PG" "Perugia", "TR" "Terni";
    Marche: "AN" "Ancona", "AP" "Ascoli Piceno", "FM" "Fermo", "MC" "Macerata", "PU" "Pesaro e Urbino";
    Lazio: "FR" "Frosinone", "LT" "Latina", "RI" "Rieti", "RM" "Roma", "VT" "Viterbo";
    Abruzzo: "AQ" "L’Aquila", "CH" "Chieti", "PE" "Pescara", "TE" "Teramo";
    Molise: "CB" "Campobasso", "IS" "Isernia";
    Campania: "AV" "Avellino", "BN" "Benevento", "CE" "Caserta", "NA" "Napoli", "SA" "Salerno";
    Puglia: "BA" "Bari", "BT" "Barletta-Andria-Trani", "BR" "Brindisi", "FG" "Foggia", "LE" "Lecce", "TA" "Taranto";
    Basilicata: "MT" "Matera", "PZ" "Potenza";
    Calabria: "CZ" "Catanzaro", "CS" "Cosenza", "KR" "Crotone", "RC" "Reggio Calabria", "VV" "Vibo Valentia";
    Sicilia: "AG" "Agrigento", "CL" "Caltanissetta", "CT" "Catania", "EN" "Enna", "ME" "Messina", "PA" "Palermo", "RG" "Ragusa",
        "SR" "Siracusa", "TP" "Trapani";
    Sardegna: "CA" "Cagliari", "NU" "Nuoro", "OR" "Oristano", "SS" "Sassari", "SU" "Sud Sardegna", "CI" "Carbonia-Iglesias",
        "VS" "Medio Campidano", "OG" "Ogliastra", "OT" "Olbia-Tempio";
}

/// An Italian province.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Province {
    code: &'static str,
    name: &'static str,
    territory: Territory,
}

impl Province {
    /// All, by name.
    pub(crate) fn all() -> Vec<Province> {
        let mut all: Vec<_> = PROVINCES.iter().map(Province::of_row).collect();
        all.sort_by_key(|province| fold(province.name));
        all
    }
    /// Finds a province by its two letters or by its name.
    pub(crate) fn find(text: &str) -> Option<Province> {
        let wanted = fold(text);
        PROVINCES.iter().find(|row| row.0.eq_ignore_ascii_case(&wanted) || fold(row.1) == wanted).map(Province::of_row)
    }
    fn of_row((code, name, territory): &(&'static str, &'static str, Territory)) -> Province {
        Province { code, name, territory: *territory }
    }
    /// Its two capital letters.
    pub(crate) fn code(self) -> &'static str {
        self.code
    }
    /// Its name, Italian in both languages.
    pub(crate) fn name(self) -> &'static str {
        self.name
    }
    /// Where it lies.
    pub(crate) fn territory(self) -> Territory {
        self.territory
    }
}

impl fmt::Display for Province {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.code)
    }
}

/// How far the figure of the expert is present in a territory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Experts are at work.
    Present,
    /// Somebody has begun.
    Emerging,
    /// Nobody is on record yet.
    Absent,
}

impl Presence {
    /// All, the fullest first.
    pub const ALL: [Presence; 3] = [Presence::Present, Presence::Emerging, Presence::Absent];

    /// The word in the database, in addresses and in answers of the API.
    pub const fn code(self) -> &'static str {
        match self {
            Presence::Present => "present",
            Presence::Emerging => "emerging",
            Presence::Absent => "absent",
        }
    }
    /// The presence that has this code.
    pub fn from_code(code: &str) -> Option<Presence> {
        Presence::ALL.into_iter().find(|presence| presence.code() == code)
    }
    /// The key of its name on screen.
    pub(crate) fn key(self) -> String {
        format!("territory-presence-{}", self.code())
    }
}

/// What the public records of a territory add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Organisations in the public register.
    pub organisations: i64,
    /// Of these, how many report an active expert or call themselves advanced.
    pub at_work: i64,
    /// Of these, how many give figures at all: where none does, the sums below say nothing.
    pub reporting: i64,
    /// User experts that they report.
    pub user_experts: i64,
    /// Family experts that they report.
    pub family_experts: i64,
}

/// What the region or the secretariat says of a territory, beside the records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Statement {
    /// The presence that they state, where it differs from what the records show.
    pub presence: Option<Presence>,
    /// Their own words.
    pub note: String,
    /// Of which day this is.
    pub said_on: NaiveDate,
    /// Rises with each change.
    pub version: i64,
}

/// A territory as the map shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    /// Which.
    pub territory: Territory,
    /// What its records add up to.
    pub counts: Counts,
    /// What was said of it.
    pub statement: Option<Statement>,
}
