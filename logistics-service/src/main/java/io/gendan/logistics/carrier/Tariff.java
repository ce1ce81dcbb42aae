package io.gendan.logistics.carrier;

import java.math.BigDecimal;
import java.util.List;

import io.gendan.contract.order.DeliveryMethod;
import org.jspecify.annotations.Nullable;

/**
 * The price list of a carrier that is not asked over a network.
 *
 * @param code carrier code
 * @param methods how it carries, its main way first
 * @param onWishOnly whether it only offers what the customer wished for, unless a person
 * names it
 * @param maxWeightKg heaviest shipment it takes, null for any
 * @param cm3PerKg volume that counts as one kilogram
 * @param zones where it goes and for how much; the first that fits counts
 */
public record Tariff(String code, List<DeliveryMethod> methods, boolean onWishOnly, @Nullable BigDecimal maxWeightKg,
		BigDecimal cm3PerKg, List<Zone> zones) {

	/**
	 * Keeps copies and refuses a price list that cannot be meant.
	 * @throws IllegalArgumentException if methods or zones are missing
	 */
	public Tariff {
		methods = List.copyOf(methods);
		zones = List.copyOf(zones);
		if (methods.isEmpty() || zones.isEmpty() || cm3PerKg.signum() <= 0) {
			throw new IllegalArgumentException(
					"The tariff of %s needs methods, zones and a positive cm3-per-kg".formatted(code));
		}
	}

	/**
	 * A part of the world at one price.
	 *
	 * @param countries ISO 3166 alpha-2 codes, empty for everywhere
	 * @param base price of any shipment, in the currency asked for
	 * @param perKg price of each kilogram
	 * @param days transit time in days
	 */
	public record Zone(List<String> countries, BigDecimal base, BigDecimal perKg, int days) {

		/** Keeps a copy of the list. */
		public Zone {
			countries = List.copyOf(countries);
		}

		boolean reaches(String country) {
			return this.countries.isEmpty() || this.countries.contains(country);
		}

	}

}
