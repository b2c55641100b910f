//! The binary `allapari`: everything is done by the library.

use std::process::ExitCode;

/// Gives memory back after work on the whole network, which the system's allocator keeps.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    app::commands::main(std::env::args_os().collect()).await.into()
}
