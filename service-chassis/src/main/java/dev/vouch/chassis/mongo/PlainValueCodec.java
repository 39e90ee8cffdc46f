package dev.vouch.chassis.mongo;

import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** The facts of a reason: text, numbers, yes and no. The driver has no codec for values whose type only they know. */
final class PlainValueCodec implements Codec<Object> {

    @Override
    public void encode(BsonWriter writer, Object value, EncoderContext context) {
        if (value instanceof Boolean yes) {
            writer.writeBoolean(yes);
        } else if (value instanceof Double || value instanceof Float) {
            writer.writeDouble(((Number) value).doubleValue());
        } else if (value instanceof Integer whole) {
            writer.writeInt32(whole);
        } else if (value instanceof Number whole) {
            writer.writeInt64(whole.longValue());
        } else {
            writer.writeString(value.toString());
        }
    }

    @Override
    public Object decode(BsonReader reader, DecoderContext context) {
        BsonType type = reader.getCurrentBsonType();
        return switch (type) {
            case BOOLEAN -> reader.readBoolean();
            case DOUBLE -> reader.readDouble();
            case INT32 -> reader.readInt32();
            case INT64 -> reader.readInt64();
            default -> reader.readString();
        };
    }

    @Override
    public Class<Object> getEncoderClass() {
        return Object.class;
    }
}
