/** Where a thing is priced: an AWS Region, or a CloudFront geography. */
export type Place = { readonly region: string } | { readonly geography: string };

/** The id of a Region or geography; none is the id of both. */
export function placeId(place: Place): string {
  return 'region' in place ? place.region : place.geography;
}
