package nightfill.adapter.postgres.allocation;

import nightfill.domain.allocation.Part;

/** Narrows a query down to the SKUs of a part; one of all SKUs stays as it is. */
final class PartSkus {

    private PartSkus() {}

    static String only(Part part, String skuId) {
        return part.isWhole()
                ? ""
                : " and %s in (select id from sku where bucket between %d and %d)"
                        .formatted(skuId, part.firstBucket(), part.lastBucket());
    }
}
