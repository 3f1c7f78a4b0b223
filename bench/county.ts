/** The county that everything here is measured in. */
export const COUNTY = 130822
