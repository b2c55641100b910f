//! Where the linker and the C library know how, the addresses that are filled in when the program starts
//! are packed: they take 11 MB of the file and of the memory otherwise.

use std::process::Command;

#[allow(clippy::disallowed_methods, reason = "what cargo says to a build script is no setting")]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |what: &str| std::env::var(format!("CARGO_CFG_TARGET_{what}")).unwrap_or_default();
    let linux = target("OS") == "linux" && target("ENV") == "gnu" && target("ARCH") == "x86_64";
    if linux && c_library().is_some_and(|version| version >= (2, 36)) {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// The version of the C library of the machine that builds, as `getconf` says it: `glibc 2.36`. What is
/// built with an older one must run with it.
fn c_library() -> Option<(u32, u32)> {
    let said = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?;
    let said = String::from_utf8(said.stdout).ok()?;
    let (major, minor) = said.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}
