//! Brings in what the words of a credential mean: the JSON-LD contexts, as files to be embedded.

fn main() {
    npm::embed("contexts", &[]);
}
