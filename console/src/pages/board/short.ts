/** The register names the committee; people say the village. */
export const short = (name: string): string =>
  name.replace(/(?<=村)村民委员会$|村民委员会$|居民委员会$|村委会$|居委会$|街道办事处$/, '')
