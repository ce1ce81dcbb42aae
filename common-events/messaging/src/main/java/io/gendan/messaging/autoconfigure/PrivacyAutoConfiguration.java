package io.gendan.messaging.autoconfigure;

import io.gendan.messaging.privacy.PrivacyConfiguration;
import io.gendan.stage.Stage;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Import;

/** Keys of personal data. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@ConditionalOnBean(Stage.class)
@Import(PrivacyConfiguration.class)
class PrivacyAutoConfiguration {

}
