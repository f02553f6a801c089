//! Tantivy behind the protocol of bench/peers/engine_server.h.

use std::fs::{create_dir_all, read_to_string, File};
use std::io::{stdin, stdout, BufRead, BufReader, Error, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use tantivy::collector::TopDocs;
use tantivy::indexer::NoMergePolicy;
use tantivy::query::BooleanQuery;
use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{doc, Index, IndexWriter, Searcher, TantivyError, Term};

const WRITER_BYTES: usize = 1 << 30;

type Hits = Vec<(u64, f32)>; // Passages and their scores, best first.

fn schema() -> Schema {
    let words = TextFieldIndexing::default()
        .set_tokenizer("whitespace")
        .set_index_option(IndexRecordOption::WithFreqs);
    let mut schema = Schema::builder();
    schema.add_text_field("text", TextOptions::default().set_indexing_options(words));
    schema.add_u64_field("passage", NumericOptions::default().set_fast());
    schema.build()
}

/// Makes an index of one segment.
fn build(corpus: &str, path: &str) -> tantivy::Result<()> {
    create_dir_all(path)?;
    let index = Index::create_in_dir(path, schema())?;
    let text = index.schema().get_field("text")?;
    let passage = index.schema().get_field("passage")?;
    let mut writer: IndexWriter = index.writer_with_num_threads(1, WRITER_BYTES)?;
    writer.set_merge_policy(Box::new(NoMergePolicy));
    for (line, number) in BufReader::new(File::open(corpus)?).lines().zip(1u64..) {
        writer.add_document(doc!(text => line?, passage => number))?;
    }
    writer.commit()?;
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
    }
    writer.wait_merging_threads()
}

struct Engine {
    searcher: Searcher,
    text: Field,
    limit: usize,
}

impl Engine {
    fn open(path: &str, limit: usize) -> tantivy::Result<Engine> {
        let index = Index::open_in_dir(path)?;
        let text = index.schema().get_field("text")?;
        let searcher = index.reader()?.searcher();
        Ok(Engine { searcher, text, limit })
    }

    fn find(&self, question: &str) -> tantivy::Result<Hits> {
        let terms = question
            .split_ascii_whitespace()
            .map(|word| Term::from_field_text(self.text, word));
        let query = BooleanQuery::new_multiterms_query(terms.collect());
        let best = TopDocs::with_limit(self.limit).order_by_score();
        let found = self.searcher.search(&query, &best)?;
        let mut hits = Hits::with_capacity(found.len());
        for (score, address) in found {
            let segment = self.searcher.segment_reader(address.segment_ord);
            let numbers = segment.fast_fields().u64("passage")?;
            hits.push((numbers.first(address.doc_id).unwrap_or(0), score));
        }
        Ok(hits)
    }

    fn ask(&self, question: &str) -> tantivy::Result<String> {
        let begin = Instant::now();
        let hits = self.find(question)?;
        let mut answer = format!("found {}", begin.elapsed().as_nanos());
        for (passage, score) in hits {
            answer += &format!(" {passage}:{score}");
        }
        Ok(answer)
    }

    /// Takes "THREADS COUNT FILE" and finds COUNT times, the file's questions
    /// in turn, on so many threads.
    fn load(&self, arguments: &str) -> tantivy::Result<String> {
        let parts: Vec<&str> = arguments.splitn(3, ' ').collect();
        let [threads, count, file] = parts[..] else {
            return Err(misused("load THREADS COUNT FILE"));
        };
        let number = |text: &str| text.parse::<usize>().map_err(|_| misused(text));
        let (threads, count) = (number(threads)?, number(count)?);
        let text = read_to_string(file)?;
        let questions: Vec<&str> = text.lines().collect();
        let next = AtomicUsize::new(0);
        let work = || -> tantivy::Result<()> {
            loop {
                let turn = next.fetch_add(1, Ordering::Relaxed);
                if turn >= count {
                    return Ok(());
                }
                self.find(questions[turn % questions.len()])?;
            }
        };
        let begin = Instant::now();
        thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            workers.into_iter().try_for_each(|worker| worker.join().unwrap())
        })?;
        Ok(format!("loaded {}", begin.elapsed().as_nanos()))
    }
}

fn misused(what: &str) -> TantivyError {
    TantivyError::InvalidArgument(what.to_string())
}

fn serve(path: &str, limit: &str) -> tantivy::Result<()> {
    let limit = limit.parse().map_err(|_| misused(limit))?;
    let engine = Engine::open(path, limit)?;
    println!("ready {} {}", std::process::id(), tantivy::version_string());
    for line in stdin().lock().lines() {
        let line = line?;
        let answer = match line.split_once(' ') {
            Some(("ask", question)) => engine.ask(question)?,
            Some(("load", arguments)) => engine.load(arguments)?,
            _ => return Err(misused(&line)),
        };
        println!("{answer}");
        stdout().flush()?;
    }
    Ok(())
}

fn run() -> tantivy::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let begin = Instant::now();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["build", corpus, index] => {
            build(corpus, index)?;
            println!("built {}", begin.elapsed().as_nanos());
            Ok(())
        }
        ["serve", index, limit] => serve(index, limit),
        _ => Err(Error::other("usage: build CORPUS INDEX | serve INDEX K").into()),
    }
}

fn main() {
    if let Err(error) = run() {
        eprintln!("tantivy-peer: {error}");
        std::process::exit(1);
    }
}
