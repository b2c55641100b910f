//! What was typed into a form, whole: nothing of it is lost when something is wrong.

use crate::{App, Error, Result};
use axum::{
    extract::{FromRequest, Multipart, Request},
    http::header,
};
use serde::{Deserialize, Serialize};

/// A file sent with a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The field of the form.
    pub field: String,
    /// The name it had on the sender's machine.
    pub name: String,
    /// What is in it.
    pub bytes: bytes::Bytes,
}

/// All fields of a form as they were typed, in order, and its files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fields {
    typed: Vec<(String, String)>,
    #[serde(skip)]
    files: Vec<File>,
}

impl Fields {
    /// An empty form.
    pub fn new() -> Self {
        Self::default()
    }
    /// What was typed into a field; empty where nothing was.
    pub fn get(&self, name: &str) -> &str {
        self.typed.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }
    /// All that was chosen in a field that may be chosen several times.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.typed.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }
    /// Whether a box was ticked.
    pub fn checked(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }
    /// A file that was chosen; none when the field was left empty.
    pub fn file(&self, name: &str) -> Option<&File> {
        self.files.iter().find(|file| file.field == name && !(file.name.is_empty() && file.bytes.is_empty()))
    }
    /// Puts a value into a field, in place of what was there.
    pub fn set(&mut self, name: &str, value: impl ToString) {
        self.typed.retain(|(key, _)| key != name);
        self.add(name, value);
    }
    /// Adds a value to a field that may have several.
    pub fn add(&mut self, name: &str, value: impl ToString) {
        self.typed.push((name.to_owned(), value.to_string()));
    }
    /// Adds a file, for tests.
    pub fn add_file(&mut self, field: &str, name: &str, bytes: impl Into<bytes::Bytes>) {
        self.files.push(File { field: field.to_owned(), name: name.to_owned(), bytes: bytes.into() });
    }
    /// All that was typed, in order, without the files.
    pub(crate) fn into_typed(self) -> Vec<(String, String)> {
        self.typed
    }
    /// Reads `a=1&b=2`.
    pub fn parse_urlencoded(body: &[u8]) -> Self {
        let typed = url::form_urlencoded::parse(body).map(|(k, v)| (k.into_owned(), text(&v))).collect();
        Self { typed, files: Vec::new() }
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Fields {
    fn from(pairs: [(&str, &str); N]) -> Self {
        let typed = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        Self { typed, files: Vec::new() }
    }
}

impl From<&[(&str, &str)]> for Fields {
    fn from(pairs: &[(&str, &str)]) -> Self {
        let typed = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        Self { typed, files: Vec::new() }
    }
}

impl FromRequest<App> for Fields {
    type Rejection = Error;
    async fn from_request(request: Request, app: &App) -> Result<Self> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/form-data") {
            let multipart = Multipart::from_request(request, app).await.map_err(|_| Error::Bad("error-bad-form"))?;
            return from_multipart(multipart).await;
        }
        let body = bytes::Bytes::from_request(request, app).await.map_err(|_| Error::Bad("error-bad-form"))?;
        Ok(Self::parse_urlencoded(&body))
    }
}

/// What was typed, without the sign that no keyboard has and that PostgreSQL does not take.
fn text(typed: &str) -> String {
    typed.replace('\0', "")
}

async fn from_multipart(mut multipart: Multipart) -> Result<Fields> {
    let mut fields = Fields::new();
    let unreadable = |_| Error::Bad("error-bad-form");
    while let Some(part) = multipart.next_field().await.map_err(unreadable)? {
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            Some(file) => {
                let bytes = part.bytes().await.map_err(unreadable)?;
                fields.files.push(File { field: name, name: file, bytes });
            }
            None => {
                let value = part.text().await.map_err(unreadable)?;
                fields.typed.push((name, text(&value)));
            }
        }
    }
    Ok(fields)
}
