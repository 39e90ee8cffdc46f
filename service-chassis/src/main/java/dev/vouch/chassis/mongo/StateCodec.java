package dev.vouch.chassis.mongo;

import com.mongodb.MongoClientSettings;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * A domain record to BSON and back, by the driver's own record codec: renaming a component is a migration. The driver reads
 * components by reflection, so the record and those inside it must be public.
 */
public final class StateCodec<T> {

    private static final CodecRegistry REGISTRY = CodecRegistries.fromRegistries(
            CodecRegistries.fromCodecs(new PlainValueCodec()), MongoClientSettings.getDefaultCodecRegistry());

    private final Codec<T> codec;

    /** Leaves out documents that hold no state: counted, they would make a page look like the last one. */
    public static Document present(Document filter) {
        return new Document(filter).append("state", new Document("$ne", null));
    }

    public StateCodec(Class<T> type) {
        codec = REGISTRY.get(type);
    }

    public BsonDocument write(T state) {
        var document = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(document),
                state,
                EncoderContext.builder().build());
        return document;
    }

    public T read(BsonDocument document) {
        return codec.decode(
                new BsonDocumentReader(document), DecoderContext.builder().build());
    }
}
