/** Tests of review. */
package io.gendan.review;
