package footnote.bench;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/**
 * Answers questions by the best sentences of Lucene's UnifiedHighlighter.
 *
 * <p>Takes two files of JSON Lines, of documents (id, title, text) and of
 * questions (question, candidates: ids, none for the whole corpus), and prints a
 * line for each question: its sentences, best first, as the document's position
 * in its file from 0, begin and end in UTF-16 units, and score.
 */
public final class BestSentences {
  private static final int DOCUMENTS = 10;
  private static final int CANDIDATES = 100;
  private static final int SENTENCES = 10;
  private static final Gson GSON = new Gson();

  private record Sentence(int document, int begin, int end, float score) {}

  private record Reply(List<Sentence> sentences) {}

  /** Returns the passages themselves instead of a text made of them. */
  private static final class PassageReader extends UnifiedHighlighter {
    PassageReader(Builder builder) {
      super(builder);
    }

    Object[] read(Query query, int[] documents) throws IOException {
      int[] sentences = {SENTENCES};
      Map<String, Object[]> passages = highlightFieldsAsObjects(
          new String[] {"text"}, query, documents, sentences);
      return passages.get("text");
    }
  }

  private static final class AsPassages extends PassageFormatter {
    @Override
    public Object format(Passage[] passages, String content) {
      List<Sentence> sentences = new ArrayList<>();
      for (Passage passage : passages) {
        int begin = passage.getStartOffset();
        int end = passage.getEndOffset();
        while (end > begin && Character.isWhitespace(content.charAt(end - 1))) {
          --end;
        }
        sentences.add(new Sentence(0, begin, end, passage.getScore()));
      }
      return sentences;
    }
  }

  private final Analyzer analyzer = new EnglishAnalyzer();
  private final QueryBuilder queries = new QueryBuilder(analyzer);
  private final IndexSearcher searcher;
  private final PassageReader passages;

  private BestSentences(Path documents) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      int position = 0;
      for (String line : Files.readAllLines(documents)) {
        writer.addDocument(toDocument(line, position++));
      }
    }
    searcher = new IndexSearcher(DirectoryReader.open(directory));
    passages = new PassageReader(
        UnifiedHighlighter.builder(searcher, analyzer)
            .withBreakIterator(
                () -> BreakIterator.getSentenceInstance(Locale.ENGLISH))
            .withFormatter(new AsPassages())
            .withMaxNoHighlightPassages(0)
            .withMaxLength(1_000_000));
  }

  private static Document toDocument(String line, int position) {
    JsonObject fields = GSON.fromJson(line, JsonObject.class);
    Document document = new Document();
    document.add(new StoredField("position", position));
    document.add(new StringField("id", fields.get("id").getAsString(),
        Field.Store.NO));
    document.add(new TextField("title", fields.get("title").getAsString(),
        Field.Store.NO));
    document.add(new TextField("text", fields.get("text").getAsString(),
        Field.Store.YES));
    return document;
  }

  private Reply answer(JsonObject question) throws IOException {
    String words = question.get("question").getAsString();
    Query text = queries.createBooleanQuery("text", words);
    Query title = queries.createBooleanQuery("title", words);
    if (text == null) {
      return new Reply(List.of());
    }
    BooleanQuery.Builder either = new BooleanQuery.Builder()
        .add(text, BooleanClause.Occur.MUST)
        .add(title, BooleanClause.Occur.SHOULD);
    List<BytesRef> candidates = new ArrayList<>();
    question.get("candidates").getAsJsonArray().forEach(
        id -> candidates.add(new BytesRef(id.getAsString())));
    if (!candidates.isEmpty()) {
      either.add(new TermInSetQuery("id", candidates),
          BooleanClause.Occur.FILTER);
    }
    ScoreDoc[] found = searcher.search(either.build(),
        candidates.isEmpty() ? DOCUMENTS : CANDIDATES).scoreDocs;
    return new Reply(best(text, found,
        candidates.isEmpty() ? SENTENCES : CANDIDATES));
  }

  /** Returns the best sentences of all documents found, equal ones by rank. */
  private List<Sentence> best(Query query, ScoreDoc[] found, int count)
      throws IOException {
    int[] documents = Arrays.stream(found).mapToInt(hit -> hit.doc).toArray();
    if (documents.length == 0) {
      return List.of();
    }
    Object[] ofDocuments = passages.read(query, documents);
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < documents.length; ++i) {
      int position = searcher.storedFields().document(documents[i])
          .getField("position").numericValue().intValue();
      if (!(ofDocuments[i] instanceof List<?> list)) {
        continue;
      }
      for (Object object : list) {
        Sentence sentence = (Sentence) object;
        sentences.add(new Sentence(position, sentence.begin(), sentence.end(),
            sentence.score()));
      }
    }
    sentences.sort(Comparator.comparingDouble(s -> -s.score()));
    return sentences.subList(0, Math.min(count, sentences.size()));
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: lucene-baseline DOCUMENTS QUESTIONS");
      System.exit(2);
    }
    BestSentences sentences = new BestSentences(Path.of(arguments[0]));
    try (BufferedReader questions =
            Files.newBufferedReader(Path.of(arguments[1]));
        PrintStream out =
            new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
      for (String line; (line = questions.readLine()) != null; ) {
        JsonObject question = GSON.fromJson(line, JsonObject.class);
        out.println(GSON.toJson(sentences.answer(question)));
      }
    }
  }
}
