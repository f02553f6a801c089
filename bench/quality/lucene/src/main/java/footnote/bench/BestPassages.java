package footnote.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.Version;

/** Lucene behind the protocol of bench/peers/engine_server.h. */
public final class BestPassages {
  private static final float K1 = 1.2f;
  private static final float B = 0.75f;
  private static final double BUFFER_MEGABYTES = 512;

  private final IndexSearcher searcher;
  private final int limit;

  private BestPassages(String index, int limit) throws IOException {
    searcher = new IndexSearcher(
        DirectoryReader.open(new MMapDirectory(Path.of(index))));
    searcher.setSimilarity(new BM25Similarity(K1, B));
    this.limit = limit;
  }

  /** Makes an index of one segment. */
  private static void build(String corpus, String index) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer())
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setSimilarity(new BM25Similarity(K1, B));
    FieldType words = new FieldType();
    words.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    words.freeze();
    try (IndexWriter writer =
            new IndexWriter(new MMapDirectory(Path.of(index)), config);
        BufferedReader lines = Files.newBufferedReader(Path.of(corpus))) {
      long passage = 0;
      for (String line; (line = lines.readLine()) != null; ) {
        Document document = new Document();
        document.add(new Field("text", line, words));
        document.add(new NumericDocValuesField("passage", ++passage));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private ScoreDoc[] find(String question) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String word : question.split(" ")) {
      query.add(new TermQuery(new Term("text", word)),
          BooleanClause.Occur.SHOULD);
    }
    // Counts no more hits than it returns, which is the fastest.
    ScoreDoc[] hits = searcher.search(query.build(),
        new TopScoreDocCollectorManager(limit, null, limit)).scoreDocs;
    for (ScoreDoc hit : hits) {
      hit.doc = passageOf(hit.doc);
    }
    return hits;
  }

  private int passageOf(int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf =
        leaves.get(ReaderUtil.subIndex(document, leaves));
    NumericDocValues passages =
        leaf.reader().getNumericDocValues("passage");
    passages.advanceExact(document - leaf.docBase);
    return (int) passages.longValue();
  }

  private String ask(String question) throws IOException {
    long begin = System.nanoTime();
    ScoreDoc[] hits = find(question);
    StringBuilder answer = new StringBuilder("found ")
        .append(System.nanoTime() - begin);
    for (ScoreDoc hit : hits) {
      answer.append(' ').append(hit.doc).append(':').append(hit.score);
    }
    return answer.toString();
  }

  private String load(int threads, int count, String file)
      throws IOException, InterruptedException, ExecutionException {
    List<String> questions = Files.readAllLines(Path.of(file));
    AtomicInteger next = new AtomicInteger();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    long begin = System.nanoTime();
    List<Future<Void>> workers = new ArrayList<>();
    for (int i = 0; i < threads; ++i) {
      workers.add(executor.submit(() -> {
        for (int turn; (turn = next.getAndIncrement()) < count; ) {
          find(questions.get(turn % questions.size()));
        }
        return null;
      }));
    }
    for (Future<Void> worker : workers) {
      worker.get();
    }
    long nanoseconds = System.nanoTime() - begin;
    executor.shutdown();
    return "loaded " + nanoseconds;
  }

  private String obey(String line) throws Exception {
    String[] order = line.split(" ", 2);
    if (order[0].equals("ask")) {
      return ask(order[1]);
    }
    if (order[0].equals("load")) {
      String[] parts = order[1].split(" ", 3);
      return load(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]),
          parts[2]);
    }
    throw new IllegalArgumentException(line);
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      System.err.println("usage: build CORPUS INDEX | serve INDEX K");
      System.exit(2);
    }
    if (arguments[0].equals("build")) {
      long begin = System.nanoTime();
      build(arguments[1], arguments[2]);
      System.out.println("built " + (System.nanoTime() - begin));
      return;
    }
    BestPassages passages =
        new BestPassages(arguments[1], Integer.parseInt(arguments[2]));
    System.out.println("ready " + ProcessHandle.current().pid() + " Lucene "
        + Version.LATEST + ", Java " + Runtime.version().feature());
    BufferedReader lines = new BufferedReader(
        new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = lines.readLine()) != null; ) {
      System.out.println(passages.obey(line));
    }
  }
}
