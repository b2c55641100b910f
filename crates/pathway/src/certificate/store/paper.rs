//! The papers: certificates as they were set when they were issued.

use access::Tx;
use kernel::{CertificateId, Lang};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, sql};

#[derive(FromQueryResult)]
struct Row {
    lang: String,
    bytes: Vec<u8>,
}

/// The paper of a certificate, and its language.
pub(in crate::certificate) async fn of(
    conn: &impl Conn,
    certificate: CertificateId,
) -> Result<Option<(Lang, Vec<u8>)>, Fault> {
    let row: Option<Row> = sql("SELECT lang, bytes FROM certificate_paper WHERE certificate = $1")
        .bind(certificate.uuid())
        .one(conn)
        .await?;
    let read = |row: Row| Ok((row.lang.parse().map_err(|()| Fault::unreadable(&row.lang))?, row.bytes));
    row.map(read).transpose()
}

/// Keeps a paper; where one is kept already, that one stays.
pub(in crate::certificate) async fn keep(
    tx: &Tx,
    certificate: CertificateId,
    lang: Lang,
    bytes: Vec<u8>,
) -> Result<(), Fault> {
    sql("INSERT INTO certificate_paper (certificate, lang, bytes, made_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (certificate) DO NOTHING")
    .bind(certificate.uuid())
    .bind(lang.tag())
    .bind(bytes)
    .bind(tx.env().now())
    .run(tx.conn())
    .await?;
    Ok(())
}

/// Forgets the paper of a certificate that was revoked.
pub(in crate::certificate) async fn forget(tx: &Tx, certificate: CertificateId) -> Result<(), Fault> {
    sql("DELETE FROM certificate_paper WHERE certificate = $1").bind(certificate.uuid()).run(tx.conn()).await?;
    Ok(())
}
