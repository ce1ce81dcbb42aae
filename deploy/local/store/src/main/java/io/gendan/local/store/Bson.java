package io.gendan.local.store;

import java.util.Arrays;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;

/** Documents as bytes, in the very form in which clients send them. */
final class Bson {

	private static final int USUAL_BYTES = 2048;

	private Bson() {
	}

	static byte[] encode(Document document) {
		var buffer = Unpooled.buffer(USUAL_BYTES);
		BsonEncoder.encodeDocument(document, buffer);
		return Arrays.copyOf(buffer.array(), buffer.readableBytes());
	}

	static Document decode(byte[] bytes) {
		return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
	}

}
