//! The binary `allapari`: everything is done by the library.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    app::commands::main(std::env::args_os().collect()).await.into()
}
