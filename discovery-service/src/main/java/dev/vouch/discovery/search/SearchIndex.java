package dev.vouch.discovery.search;

import dev.vouch.discovery.search.domain.Query;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who says these words? An index of the written forms, in a folder of its own that may be deleted at any time: it is built anew
 * from the store at every start. What a form means is asked of the few forms that resemble a word looked for.
 */
@Singleton
public class SearchIndex {

    private static final String ID = "id";
    private static final String FORMS = "forms";
    private static final double BUFFER_MEGABYTES = 8;

    private final Analysis analysis;
    private final Path folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /**
     * A hit.
     *
     * @param score Lucene's, comparable within one answer only
     */
    public record Hit(String influencerId, double score) {}

    SearchIndex(Analysis analysis, @ConfigProperty(name = "vouch.discovery.search-directory") Path parent)
            throws IOException {
        this.analysis = analysis;
        Files.createDirectories(parent);
        folder = Files.createTempDirectory(parent, "index");
        writer = new IndexWriter(
                FSDirectory.open(folder),
                new IndexWriterConfig(new WhitespaceAnalyzer()).setRAMBufferSizeMB(BUFFER_MEGABYTES));
        searchers = new SearcherManager(writer, null);
    }

    /** Each replaces what was known of it before. */
    public void put(Collection<dev.vouch.discovery.search.domain.Document> documents) {
        try {
            for (var document : documents) {
                writer.updateDocument(new Term(ID, document.influencerId()), lucene(document));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The best first; of equally good ones in the order of ids. */
    public List<Hit> find(Query query, int limit) {
        try {
            searchers.maybeRefreshBlocking();
            var searcher = searchers.acquire();
            try {
                var found = searcher.search(lucene(searcher.getIndexReader(), query), limit);
                var hits = new ArrayList<Hit>();
                for (ScoreDoc each : found.scoreDocs) {
                    var document = searcher.storedFields().document(each.doc, Set.of(ID));
                    hits.add(new Hit(document.get(ID), each.score));
                }
                return hits;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @PreDestroy
    void close() throws IOException {
        searchers.close();
        writer.close();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    private Document lucene(dev.vouch.discovery.search.domain.Document document) {
        var lucene = new Document();
        lucene.add(new StringField(ID, document.influencerId(), Field.Store.YES));
        lucene.add(new StringField("platform", document.platform(), Field.Store.NO));
        document.categories().forEach(each -> lucene.add(new StringField("category", each, Field.Store.NO)));
        document.languages().forEach(each -> lucene.add(new StringField("language", each, Field.Store.NO)));
        if (document.followers() != null) {
            lucene.add(new LongField("followers", document.followers(), Field.Store.NO));
        }
        var forms = new TreeSet<String>();
        document.texts().forEach(text -> forms.addAll(Analysis.forms(text)));
        lucene.add(new TextField(FORMS, String.join(" ", forms), Field.Store.NO));
        return lucene;
    }

    private org.apache.lucene.search.Query lucene(IndexReader reader, Query query) throws IOException {
        var all = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER);
        if (query.words() != null) {
            for (var word : analysis.sought(query.words())) {
                all.add(new TermInSetQuery(FORMS, forms(reader, word)), Occur.MUST);
            }
        }
        term(all, "platform", query.platform());
        term(all, "category", query.category());
        term(all, "language", query.language());
        if (query.followersMin() > 0 || query.followersMax() < Long.MAX_VALUE) {
            all.add(LongField.newRangeQuery("followers", query.followersMin(), query.followersMax()), Occur.FILTER);
        }
        return all.build();
    }

    private static List<BytesRef> forms(IndexReader reader, Sought word) throws IOException {
        var forms = new ArrayList<BytesRef>();
        var terms = MultiTerms.getTerms(reader, FORMS);
        if (terms != null) {
            var each = terms.iterator();
            while (each.next() != null) {
                if (word.isMeantBy(each.term().utf8ToString())) {
                    forms.add(BytesRef.deepCopyOf(each.term()));
                }
            }
        }
        return forms;
    }

    private static void term(BooleanQuery.Builder all, String field, @Nullable String value) {
        if (value != null) {
            all.add(new TermQuery(new Term(field, value)), Occur.FILTER);
        }
    }
}
