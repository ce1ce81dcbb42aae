/** Tests of after-sales. */
package io.gendan.aftersales;
