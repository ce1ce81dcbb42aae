/** Events of aftersales-service: acceptance, opinions, closing (AFT). */
@NullMarked
package io.gendan.contract.aftersales;

import org.jspecify.annotations.NullMarked;
