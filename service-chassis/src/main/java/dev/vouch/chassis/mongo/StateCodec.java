package dev.vouch.chassis.mongo;

import com.mongodb.MongoClientSettings;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** A domain record to BSON and back, by the driver's own record codec: renaming a component is a migration. */
public final class StateCodec<T> {

    private final Codec<T> codec;

    public StateCodec(Class<T> type) {
        codec = MongoClientSettings.getDefaultCodecRegistry().get(type);
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
