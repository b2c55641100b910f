//! Italy's 21 territories: 19 regions, and Trento and Bolzano apart.

use crate::{Lang, fold};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

macro_rules! territories {
    ($($name:ident = $code:literal, $istat:literal, $it:literal, $en:literal;)*) => {
        /// One of the 21 territories that run their own health service.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Territory {
            $(#[doc = $it] $name,)*
        }

        impl Territory {
            /// All 21, from north to south as ISTAT orders them.
            pub const ALL: [Territory; 21] = [$(Territory::$name,)*];

            /// The short code used in addresses and files: lower-case letters and hyphens.
            pub const fn code(self) -> &'static str {
                match self { $(Territory::$name => $code,)* }
            }
            /// ISTAT's code: two digits for a region, the province's three for Bolzano and Trento.
            pub const fn istat(self) -> &'static str {
                match self { $(Territory::$name => $istat,)* }
            }
            /// The name in a language.
            pub const fn name(self, lang: Lang) -> &'static str {
                match lang {
                    Lang::It => match self { $(Territory::$name => $it,)* },
                    Lang::En => match self { $(Territory::$name => $en,)* },
                }
            }
        }
    };
}

territories! {
    Piemonte = "piemonte", "01", "Piemonte", "Piedmont";
    ValleDAosta = "valle-d-aosta", "02", "Valle d’Aosta", "Aosta Valley";
    Lombardia = "lombardia", "03", "Lombardia", "Lombardy";
    Bolzano = "bolzano", "021", "Provincia autonoma di Bolzano", "Autonomous Province of Bolzano";
    Trento = "trento", "022", "Provincia autonoma di Trento", "Autonomous Province of Trento";
    Veneto = "veneto", "05", "Veneto", "Veneto";
    FriuliVeneziaGiulia = "friuli-venezia-giulia", "06", "Friuli-Venezia Giulia", "Friuli-Venezia Giulia";
    Liguria = "liguria", "07", "Liguria", "Liguria";
    EmiliaRomagna = "emilia-romagna", "08", "Emilia-Romagna", "Emilia-Romagna";
    Toscana = "toscana", "09", "Toscana", "Tuscany";
    Umbria = "umbria", "10", "Umbria", "Umbria";
    Marche = "marche", "11", "Marche", "Marche";
    Lazio = "lazio", "12", "Lazio", "Lazio";
    Abruzzo = "abruzzo", "13", "Abruzzo", "Abruzzo";
    Molise = "molise", "14", "Molise", "Molise";
    Campania = "campania", "15", "Campania", "Campania";
    Puglia = "puglia", "16", "Puglia", "Apulia";
    Basilicata = "basilicata", "17", "Basilicata", "Basilicata";
    Calabria = "calabria", "18", "Calabria", "Calabria";
    Sicilia = "sicilia", "19", "Sicilia", "Sicily";
    Sardegna = "sardegna", "20", "Sardegna", "Sardinia";
}

impl Territory {
    /// Finds a territory by its code or by its name in either language, however it is accented,
    /// with or without "Provincia autonoma di" and "Regione".
    pub fn find(text: &str) -> Option<Territory> {
        let short = |name: &str| {
            let folded = fold(name);
            ["provincia autonoma di ", "autonomous province of ", "regione ", "p a di "]
                .iter()
                .find_map(|prefix| folded.strip_prefix(prefix).map(str::to_owned))
                .unwrap_or(folded)
        };
        let wanted = short(text);
        Territory::ALL.into_iter().find(|t| {
            t.code() == wanted.replace(' ', "-") || Lang::ALL.iter().any(|lang| short(t.name(*lang)) == wanted)
        })
    }
}

impl fmt::Display for Territory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Territory {
    type Err = String;
    fn from_str(code: &str) -> Result<Self, String> {
        Territory::ALL.into_iter().find(|t| t.code() == code).ok_or_else(|| format!("no territory has the code {code}"))
    }
}

impl Serialize for Territory {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Territory {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_territory_is_found_by_what_people_write() {
        for t in Territory::ALL {
            assert_eq!(Territory::find(t.code()), Some(t));
            assert_eq!(Territory::find(t.name(Lang::It)), Some(t));
            assert_eq!(Territory::find(t.name(Lang::En)), Some(t));
            assert_eq!(t.code().parse(), Ok(t));
        }
        assert_eq!(Territory::find("VALLE D'AOSTA"), Some(Territory::ValleDAosta));
        assert_eq!(Territory::find("Regione Friuli Venezia Giulia"), Some(Territory::FriuliVeneziaGiulia));
        assert_eq!(Territory::find("Trentino-Alto Adige"), None);
    }
}
