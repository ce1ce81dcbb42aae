package io.gendan.testing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The tests run on any store by one setting with its address. */
class TestInfrastructureTest {

	@ParameterizedTest
	@CsvSource({ "mongodb://h:1, mongodb://h:1/test-1", "mongodb://h:1/, mongodb://h:1/test-1",
			"'mongodb://a,b/?replicaSet=rs0', 'mongodb://a,b/test-1?replicaSet=rs0'",
			"mongodb://me:pw@h, mongodb://me:pw@h/test-1?authSource=admin",
			"mongodb://me:pw@h?authSource=x&tls=true, mongodb://me:pw@h/test-1?authSource=x&tls=true" })
	void theDatabaseComesBeforeTheOptions(String store, String database) {
		assertThat(TestInfrastructure.database(store, "test-1")).isEqualTo(database);
	}

	@Test
	void anAddressWithADatabaseOfItsOwnIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> TestInfrastructure.database("mongodb://h/orders", "test-1"));
	}

}
