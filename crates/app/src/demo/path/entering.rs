//! How a course with its editions, and a call with its panel, are entered through the pages: form by
//! form, as somebody who keeps the records of an organisation does it. The demonstration enters its
//! own so, and tests those of real organisations.

use super::Unmade;
use super::typed::{of_alignment, of_call, of_course, of_edition, of_hand, of_module, typed};
use ::store::Conn;
use async_trait::async_trait;
use axum::http::StatusCode;
use kernel::{PersonId, TeacherId};
use pathway::facade::{CallWords, Curriculum, NewCurriculum, NewEdition, NewHand, Teacher, curriculum};
use std::str::FromStr;

pub use super::typed::Typed;

/// Somebody who is signed in, and opens pages and sends forms.
#[async_trait]
pub trait Desk: Sync {
    /// Opens a page.
    ///
    /// # Errors
    /// [`Unmade`] when nothing comes back.
    async fn open(&self, path: &str) -> Result<Answer, Unmade>;
    /// Sends a form.
    ///
    /// # Errors
    /// [`Unmade`] when nothing comes back.
    async fn send(&self, path: &str, typed: &Typed) -> Result<Answer, Unmade>;
}

/// What comes back.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The address that was asked.
    pub path: String,
    /// The status.
    pub status: StatusCode,
    /// Where it leads on to; empty where it leads nowhere.
    pub location: String,
    /// The page.
    pub text: String,
}

impl Answer {
    /// The page, where it came out well.
    fn shown(self) -> Result<Answer, Unmade> {
        if self.status == StatusCode::OK { Ok(self) } else { Err(self.refused()) }
    }
    /// The address that it leads on to, where that begins so.
    fn leads_to(self, start: &str) -> Result<String, Unmade> {
        let leads_on = self.status == StatusCode::SEE_OTHER && self.location.starts_with(start);
        if leads_on { Ok(self.location) } else { Err(self.refused()) }
    }
    /// What a hidden field of the page holds.
    fn holds(&self, name: &str) -> Result<&str, Unmade> {
        hidden(&self.text, name).ok_or_else(|| Unmade::page(&self.path, format!("no hidden field {name}")))
    }
    fn refused(&self) -> Unmade {
        let words = if self.location.is_empty() { complaint(&self.text) } else { self.location.clone() };
        Unmade::page(&self.path, format!("{} – {words}", self.status.as_u16()))
    }
}

/// What the first hidden field of this name in a page holds.
fn hidden<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\""))?;
    Some(rest.split_once('"')?.0)
}

/// What a page says is wrong: the list above its form, or a word at a field, or else its title.
fn complaint(page: &str) -> String {
    let part = |from: &str, to: &str| Some(page.split_once(from)?.1.split_once(to)?.0);
    let said = part("\"ap-errors\"", "</ul>").or_else(|| part("\"ap-field__error\"", "</p>"));
    let said = said.or_else(|| part("<h1", "</h1>")).unwrap_or_default();
    // Each piece but the first, which is the rest of a mark, is words up to the next mark.
    let words = said.split('>').skip(1).filter_map(|piece| piece.split('<').next());
    words.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// The number with which an address ends.
///
/// # Errors
/// [`Unmade::Page`] when it ends with none.
pub fn number<N: FromStr>(address: &str) -> Result<N, Unmade> {
    let last = address.rsplit('/').next().and_then(|last| last.parse().ok());
    last.ok_or_else(|| Unmade::page(address, "this address ends with no number"))
}

/// Sends a form that is to be taken; says where it leads on to.
async fn sent(desk: &impl Desk, path: &str, typed: &Typed, leads_to: &str) -> Result<String, Unmade> {
    desk.send(path, typed).await?.leads_to(leads_to)
}

// Courses.

/// Enters a whole course of the organisation at `href`, page by page, and publishes it where it is to
/// be public. Says where it is kept.
///
/// # Errors
/// [`Unmade`] with what a page did not take.
pub async fn course(desk: &impl Desk, conn: &impl Conn, href: &str, new: &NewCurriculum) -> Result<String, Unmade> {
    let list = format!("{href}/corsi");
    let course = sent(desk, &format!("{list}/nuovo"), &of_course(&new.course), &list).await?;
    for (place, hands) in [("autori", &new.authors), ("docenti", &new.teachers)] {
        for hand in hands {
            sent(desk, &format!("{course}/{place}"), &of_hand(hand), &format!("{course}/persone")).await?;
        }
    }
    modules(desk, conn, &course, new).await?;
    for alignment in &new.alignments {
        sent(desk, &format!("{course}/competenze"), &of_alignment(alignment), &course).await?;
    }
    if new.published {
        make_public(desk, conn, &course).await?;
    }
    Ok(course)
}

/// What stands on record of a course.
async fn record(conn: &impl Conn, course: &str) -> Result<Curriculum, Unmade> {
    let found = curriculum(conn, number(course)?).await?;
    found.ok_or_else(|| Unmade::page(course, "there is no such course"))
}

async fn modules(desk: &impl Desk, conn: &impl Conn, course: &str, new: &NewCurriculum) -> Result<(), Unmade> {
    let teachers = record(conn, course).await?.teachers;
    for (place, module) in new.modules.iter().enumerate() {
        let mut teaching = Vec::new();
        for (_, hand, minutes) in new.teaching.iter().filter(|(of, ..)| *of == place) {
            let teacher = new.teachers.get(*hand).and_then(|hand| known(&teachers, hand));
            teaching.push((teacher.ok_or_else(|| Unmade::page(course, "a teacher is missing"))?, *minutes));
        }
        sent(desk, &format!("{course}/moduli/nuovo"), &of_module(module, &teaching), course).await?;
    }
    Ok(())
}

fn known(teachers: &[Teacher], hand: &NewHand) -> Option<TeacherId> {
    let same = |one: &&Teacher| one.person == hand.whom.person() && one.name == hand.whom.name();
    teachers.iter().find(same).map(|teacher| teacher.id)
}

async fn make_public(desk: &impl Desk, conn: &impl Conn, course: &str) -> Result<(), Unmade> {
    let page = desk.open(course).await?.shown()?;
    let publish = typed(&[("version", page.holds("version")?), ("published", "1")]);
    sent(desk, &format!("{course}/pubblica"), &publish, course).await?;
    // A course that lacks something leads back to its page as one that lacks nothing.
    let published = record(conn, course).await?.course.published;
    if published { Ok(()) } else { Err(Unmade::page(course, "the course cannot be published yet")) }
}

/// Enters an edition of the course kept at `course`. Says where it is kept.
///
/// # Errors
/// [`Unmade`] with what the page did not take.
pub async fn edition(desk: &impl Desk, course: &str, new: &NewEdition) -> Result<String, Unmade> {
    let list = format!("{course}/edizioni");
    sent(desk, &format!("{list}/nuova"), &of_edition(new), &list).await
}

// Calls.

/// Enters a call of the organisation at `href`, as a draft. Says where it is kept.
///
/// # Errors
/// [`Unmade`] with what the page did not take.
pub async fn draft(desk: &impl Desk, href: &str, words: &CallWords) -> Result<String, Unmade> {
    let list = format!("{href}/avvisi");
    sent(desk, &format!("{list}/nuovo"), &of_call(words), &list).await
}

/// Seats these people in the panel of the call kept at `call`.
///
/// # Errors
/// [`Unmade`] with what the page did not take.
pub async fn seat(desk: &impl Desk, call: &str, members: &[PersonId]) -> Result<(), Unmade> {
    let group = format!("{call}/gruppo");
    let page = desk.open(&group).await?.shown()?;
    let mut panel = typed(&[("version", page.holds("version")?)]);
    panel.extend(members.iter().map(|person| ("member".to_owned(), person.to_string())));
    let list = call.rsplit_once('/').map_or(call, |(list, _)| list);
    sent(desk, &group, &panel, list).await.map(drop)
}

/// Publishes the call kept at `call`.
///
/// # Errors
/// [`Unmade`] with what the page did not take.
pub async fn publish(desk: &impl Desk, call: &str) -> Result<(), Unmade> {
    let page = desk.open(call).await?.shown()?;
    let publish = typed(&[("version", page.holds("version")?)]);
    sent(desk, &format!("{call}/pubblica"), &publish, call).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{CourseId, Uuid};

    fn answer(status: StatusCode, location: &str, text: &str) -> Answer {
        Answer { path: "/realta/x/corsi".to_owned(), status, location: location.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn what_a_page_did_not_take_is_said_in_its_own_words() {
        let wrong = "<h1>Corso</h1><div class=\"ap-errors\" role=\"alert\">\n<h2>Da correggere</h2>\n<ul>\n\
                     <li><a href=\"#title\">Titolo</a>: Scrivi qualcosa.</li>\n</ul>";
        let refused = answer(StatusCode::UNPROCESSABLE_ENTITY, "", wrong).leads_to("/realta/x/corsi").unwrap_err();
        assert_eq!(refused.to_string(), "/realta/x/corsi: 422 – Da correggere Titolo : Scrivi qualcosa.");
        let closed = answer(StatusCode::FORBIDDEN, "", "<h1 class=\"x\">Non puoi entrare</h1>").shown().unwrap_err();
        assert_eq!(closed.to_string(), "/realta/x/corsi: 403 – Non puoi entrare");
        let elsewhere = answer(StatusCode::SEE_OTHER, "/accedi?poi=%2F", "").leads_to("/realta").unwrap_err();
        assert_eq!(elsewhere.to_string(), "/realta/x/corsi: 303 – /accedi?poi=%2F");
    }

    #[test]
    fn a_page_is_read_as_a_browser_reads_it() {
        let page = "<input type=\"hidden\" name=\"version\" value=\"3\"> <input name=\"version\" value=\"4\">";
        assert_eq!(hidden(page, "version"), Some("3"));
        assert_eq!(hidden(page, "other"), None);
        let id = CourseId::from_uuid(Uuid::from_u128(9));
        assert_eq!(number::<CourseId>(&format!("/realta/x/corsi/{id}")).unwrap(), id);
        assert!(number::<CourseId>("/realta/x/corsi/nuovo").is_err());
    }
}
