/**
 * Keys of personal data: sealing, opening and forgetting.
 * <p>
 * A {@link io.gendan.messaging.privacy.KeyRing} seals what a decision says about a
 * customer with a key of that customer, and opens it again. What the decisions of a batch
 * need is looked up together ({@link io.gendan.messaging.privacy.Sealing}), and
 * remembered for a while ({@code KnownKeys}). Keys stand in the database of each service
 * ({@code KeyStore}) and travel on the topic of keys ({@code KeyRecord}), wrapped with
 * the key that the services of one house share
 * ({@link io.gendan.messaging.privacy.HouseKeys}). {@code KeyTopic} keeps database and
 * topic in step: {@code KeyReader} takes what stands there, {@code KeyWriter} adds what
 * was made here. An {@link io.gendan.messaging.privacy.Erasure} makes everybody destroy
 * the keys of a customer ({@code Forgetting}); whoever holds something in clear is
 * {@link io.gendan.messaging.privacy.Forgetful}.
 * {@link io.gendan.messaging.privacy.PersonalView} decides how a text is shown.
 */
@NullMarked
package io.gendan.messaging.privacy;

import org.jspecify.annotations.NullMarked;
