// A client of the order and review services, with the types of their OpenAPI documents: it compiles only as long as
// addresses, bodies and codes are what it expects. Prints what it was told.
import createClient from "openapi-fetch";
import type { paths as OrderPaths } from "./order.js";
import type { paths as ReviewPaths } from "./review.js";
import type { paths as FulfillmentPaths } from "./fulfillment.js";
import type { paths as LogisticsPaths } from "./logistics.js";
import type { paths as BillingPaths } from "./billing.js";
import type { paths as AftersalesPaths } from "./aftersales.js";

const [baseUrl, token] = process.argv.slice(2);
const settings = { baseUrl, headers: { Authorization: `Bearer ${token}` } };
const orders = createClient<OrderPaths>(settings);
const reviews = createClient<ReviewPaths>(settings);
const shipments = createClient<LogisticsPaths>(settings);

export type Others = FulfillmentPaths & BillingPaths & AftersalesPaths;

const page = await orders.GET("/api/orders", { params: { query: { state: ["PLACED", "CONFIRMED"], "requestedDelivery.from": "2026-01-01", sort: "-requestedDelivery", limit: 1 } } });
console.log("listed", page.response.status, Array.isArray(page.data?.items));

const placed = await orders.POST("/api/orders", {
  params: { header: { "Idempotency-Key": "typescript-1" } },
  body: { channel: "WEB", customer: { id: "TS-1" }, lines: [] },
});
if (placed.error) {
  switch (placed.error.code) {
    case "FIELDS_INVALID":
      console.log("refused", placed.error.code, placed.error.errors?.map((fault) => fault.field).includes("lines"));
      break;
    default:
      console.log("unexpected", placed.error);
  }
}

const unknown = await reviews.GET("/api/reviews/{order}", { params: { path: { order: "TS-NONE" } } });
console.log("unknown", unknown.error?.code === "ORDER_UNKNOWN");

const moved = await shipments.GET("/api/shipments", { params: { query: { limit: 1 } } });
console.log("shipments", moved.response.status);
