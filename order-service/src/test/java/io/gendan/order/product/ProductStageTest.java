package io.gendan.order.product;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.gendan.contract.Money;
import io.gendan.contract.Quantity;
import io.gendan.contract.product.GradePrice;
import io.gendan.contract.product.ProductChanged;
import io.gendan.contract.product.ProductDetails;
import io.gendan.contract.product.ProductEvent;
import io.gendan.contract.product.ProductListed;
import io.gendan.contract.product.ProductReinstated;
import io.gendan.contract.product.ProductWithdrawn;
import io.gendan.contract.product.Supply;
import io.gendan.order.OrderPolicy;
import io.gendan.testing.ProblemTexts;
import io.gendan.testing.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What can happen to a product. */
class ProductStageTest {

	private static final ProductForm.Price FOR_ALL = new ProductForm.Price(null, "CNY", "126.00", "110");

	private static final ProductDetails BOLT = new ProductDetails("螺栓", null, "箱", Supply.STOCKED, Quantity.of(13),
			List.of(new GradePrice(null, Money.of("126", "CNY"), Money.of("110", "CNY"))));

	@Test
	void aProductIsListedOnceAndTheSameAgainIsNoNews() {
		product().when(new ProductCommand.Enlist(form("螺栓", FOR_ALL)))
			.then(new ProductListed("M8/20", BOLT))
			.when(new ProductCommand.Enlist(form(" 螺栓 ", FOR_ALL)))
			.then()
			.when(new ProductCommand.Enlist(form("螺母", FOR_ALL)))
			.refused(ProductRefusal.PRODUCT_LISTED);
	}

	@Test
	void aChangeTellsOldAndNew() {
		ProductDetails nut = new ProductDetails("螺母", null, "箱", Supply.STOCKED, Quantity.of(13), BOLT.prices());
		product().given(new ProductListed("M8/20", BOLT))
			.when(new ProductCommand.Change(form("螺母", FOR_ALL), "写错了"))
			.then(new ProductChanged("M8/20", BOLT, nut, "写错了"))
			.when(new ProductCommand.Change(form("螺母", FOR_ALL), null))
			.then();
	}

	@Test
	void whatIsWithdrawnCanBeReinstated() {
		product().given(new ProductListed("M8/20", BOLT))
			.when(new ProductCommand.Reinstate("wanted"))
			.refused(ProductRefusal.PRODUCT_NOT_WITHDRAWN)
			.when(new ProductCommand.Withdraw(" "))
			.refusedFields(Map.of("reason", "REQUIRED"))
			.when(new ProductCommand.Withdraw("停产"))
			.then(new ProductWithdrawn("M8/20", "停产"))
			.when(new ProductCommand.Withdraw("停产"))
			.refused(ProductRefusal.PRODUCT_WITHDRAWN)
			.when(new ProductCommand.Reinstate("重新投产"))
			.then(new ProductReinstated("M8/20", "重新投产"));
	}

	@Test
	void allFaultsAreToldAtOnce() {
		product()
			.when(new ProductCommand.Enlist(new ProductForm(null, null, "箱", "BORROWED", "113",
					prices(FOR_ALL, new ProductForm.Price("D", "CNY", "1", "1"),
							new ProductForm.Price("A", "XXX", "1", "1"), new ProductForm.Price("A", "CNY", "1", "1.01"),
							new ProductForm.Price(null, "CNY", "1", "1"), null))))
			.refusedFields(Map.ofEntries(Map.entry("name", "REQUIRED"), Map.entry("supply", "CHOICE_UNKNOWN"),
					Map.entry("taxRatePercent", "TAX_RATE_INVALID"), Map.entry("prices[1].grade", "CHOICE_UNKNOWN"),
					Map.entry("prices[2].currency", "CURRENCY_UNKNOWN"),
					Map.entry("prices[3].floor", "FLOOR_ABOVE_LIST"), Map.entry("prices[4].grade", "PRICE_TWICE"),
					Map.entry("prices[5].currency", "REQUIRED"), Map.entry("prices[5].list", "REQUIRED"),
					Map.entry("prices[5].floor", "REQUIRED")));
	}

	@Test
	void aNumberIsTakenAsItIsOrNotAtAll() {
		for (String number : List.of("", " ", "..", " M8", "M\u20288", "x".repeat(81))) {
			Scenario.of(new ProductStage(policy()), number)
				.when(new ProductCommand.Enlist(form("螺栓", FOR_ALL)))
				.refused(ProductRefusal.PRODUCT_FIELDS_INVALID);
		}
	}

	@Test
	void everyRefusalSpeaksBothLanguages() {
		ProblemTexts.assertComplete(ProductRefusal.values());
	}

	private static ProductForm form(String name, ProductForm.Price... prices) {
		return new ProductForm(name, null, "箱", "STOCKED", "13.0", prices(prices));
	}

	private static List<ProductForm.@Nullable Price> prices(ProductForm.@Nullable Price... prices) {
		return new ArrayList<>(Arrays.asList(prices));
	}

	private static Scenario<Product, ProductCommand, ProductEvent> product() {
		return Scenario.of(new ProductStage(policy()), "M8/20");
	}

	private static OrderPolicy policy() {
		return new OrderPolicy(ZoneId.of("Asia/Shanghai"), 1000, 3, BigDecimal.valueOf(1_000_000), 6,
				BigDecimal.valueOf(1_000_000), LocalDate.of(2000, 1, 1), Duration.ofMinutes(2), Period.ofYears(3),
				Set.of(), Period.ofYears(10));
	}

}
