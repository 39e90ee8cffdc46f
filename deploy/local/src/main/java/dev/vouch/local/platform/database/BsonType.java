package dev.vouch.local.platform.database;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Keeps documents in the file as BSON: a third of the size and a tenth of the time of Java's serialisation. */
final class BsonType extends BasicDataType<Document> {

    private static final int ENTRY_BYTES = 48;

    @Override
    public int getMemory(Document document) {
        return bytesOf(document);
    }

    private static int bytesOf(@Nullable Object value) {
        if (value instanceof String text) {
            return ENTRY_BYTES + text.length();
        }
        int bytes = ENTRY_BYTES;
        if (value instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                bytes += bytesOf(entry.getKey()) + bytesOf(entry.getValue());
            }
        } else if (value instanceof Collection<?> collection) {
            for (var element : collection) {
                bytes += bytesOf(element);
            }
        }
        return bytes;
    }

    @Override
    public void write(WriteBuffer buffer, Document document) {
        ByteBuf bson = Unpooled.buffer(1024);
        BsonEncoder.encodeDocument(document, bson);
        buffer.put(bson.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer buffer) {
        ByteBuf bson = Unpooled.wrappedBuffer(buffer);
        var document = BsonDecoder.decodeBson(bson);
        buffer.position(buffer.position() + bson.readerIndex());
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
