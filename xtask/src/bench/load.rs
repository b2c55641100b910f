//! A load on loopback, bounded in time and in connections.

use super::client::Connection;
use anyhow::{Context, Result, ensure};
use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

/// How many requests were answered.
#[derive(Debug, Clone, Copy)]
pub struct Rate {
    /// Answers with 200 per second.
    pub per_second: f64,
    /// Other answers, and broken connections.
    pub failed: usize,
}

/// The median time of a page asked for one after the other, after a few to warm up. Each time the
/// address is another one, so that no page is one that was kept.
pub fn median(address: SocketAddr, path: &str, times: usize) -> Result<Duration> {
    let mut connection = Connection::open(address)?;
    let joint = if path.contains('?') { '&' } else { '?' };
    let mut asked = 0..;
    let mut path_anew = || format!("{path}{joint}n={}", asked.next().unwrap_or(0));
    for _ in 0..10 {
        let status = connection.get(&path_anew())?.status;
        ensure!(status == 200, "{path} answered {status}");
    }
    let mut all = Vec::with_capacity(times);
    for _ in 0..times {
        let path = path_anew();
        let started = Instant::now();
        connection.get(&path)?;
        all.push(started.elapsed());
    }
    all.sort_unstable();
    all.get(times / 2).copied().context("nothing was measured")
}

/// How many times a second a page is served to several connections at once.
pub fn rate(address: SocketAddr, path: &str, connections: usize, time: Duration) -> Rate {
    let started = Instant::now();
    let end = started + time;
    let workers: Vec<_> = (0..connections)
        .map(|_| {
            let path = path.to_owned();
            std::thread::spawn(move || worker(address, &path, end))
        })
        .collect();
    let counts = workers.into_iter().map(|worker| worker.join().unwrap_or((0, 1)));
    let (answered, failed) = counts.fold((0, 0), |(a, f), (answered, broken)| (a + answered, f + broken));
    Rate { per_second: answered as f64 / started.elapsed().as_secs_f64(), failed }
}

fn worker(address: SocketAddr, path: &str, end: Instant) -> (usize, usize) {
    let (mut answered, mut failed) = (0, 0);
    let mut connection = Connection::open(address);
    while Instant::now() < end && failed < 10 {
        match connection.as_mut().map(|open| open.get(path)) {
            Ok(Ok(answer)) if answer.status == 200 => answered += 1,
            _ => {
                failed += 1;
                connection = Connection::open(address);
            }
        }
    }
    (answered, failed)
}
