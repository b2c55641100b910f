//! A small client on loopback: bounded in time and in connections, keeps its connections open.

use anyhow::{Context, Result, ensure};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
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

/// A connection that is kept open.
pub struct Connection {
    stream: BufReader<TcpStream>,
    address: SocketAddr,
}

impl Connection {
    /// Opens it.
    pub fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect_timeout(&address, Duration::from_secs(2))?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream), address })
    }
    /// Asks for a page and reads the whole answer; hands back its status.
    pub fn get(&mut self, path: &str) -> Result<u16> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\n\r\n", self.address);
        self.stream.get_mut().write_all(request.as_bytes())?;
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|s| s.parse().ok()).context("no answer")?;
        let (mut length, mut chunked) = (0, false);
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let head = line.trim().to_lowercase();
            if head.is_empty() {
                break;
            }
            if let Some(value) = head.strip_prefix("content-length:") {
                length = value.trim().parse()?;
            }
            chunked |= head.strip_prefix("transfer-encoding:").is_some_and(|value| value.contains("chunked"));
        }
        if chunked {
            self.chunks()?
        } else {
            self.skip(length)?
        }
        Ok(status)
    }
    fn chunks(&mut self) -> Result<()> {
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line)?;
            let length = usize::from_str_radix(line.trim(), 16)?;
            self.skip(length + 2)?;
            if length == 0 {
                return Ok(());
            }
        }
    }
    fn skip(&mut self, length: usize) -> Result<()> {
        let read = std::io::copy(&mut (&mut self.stream).take(length as u64), &mut std::io::sink())?;
        ensure!(read == length as u64, "the answer was cut off");
        Ok(())
    }
}

/// The median time of a page asked for one after the other, after a few to warm up.
pub fn median(address: SocketAddr, path: &str, times: usize) -> Result<Duration> {
    let mut connection = Connection::open(address)?;
    for _ in 0..10 {
        let status = connection.get(path)?;
        ensure!(status == 200, "{path} answered {status}");
    }
    let mut all = Vec::with_capacity(times);
    for _ in 0..times {
        let started = Instant::now();
        connection.get(path)?;
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
            Ok(Ok(200)) => answered += 1,
            _ => {
                failed += 1;
                connection = Connection::open(address);
            }
        }
    }
    (answered, failed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    /// A server that gives each connection the same answers, then closes it.
    fn server(answers: &'static [&'static str]) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            for answer in answers {
                let mut line = String::new();
                while reader.read_line(&mut line).unwrap() > 2 {
                    line.clear();
                }
                stream.write_all(answer.as_bytes()).unwrap();
            }
        });
        address
    }

    #[test]
    fn an_answer_is_read_to_its_end_however_it_is_measured_out() {
        let address = server(&[
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ncut",
        ]);
        let mut connection = Connection::open(address).unwrap();
        let answers: Vec<_> = (0..4).map(|_| connection.get("/").ok()).collect();
        assert_eq!(answers, [Some(200), Some(200), Some(404), None]);
    }
}
