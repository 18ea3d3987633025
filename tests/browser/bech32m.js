// Bech32m (BIP-350), to write numbers whose checksum is right and whose content is not.

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const PREFIX = 'casd'
const TARGET = 0x2bc830a3

function residue(symbols) {
  const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
  let sum = 1
  for (const symbol of symbols) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ symbol
    generator.forEach((value, bit) => {
      if ((top >>> bit) & 1) sum ^= value
    })
  }
  return sum
}

const expanded = [...[...PREFIX].map((c) => c.charCodeAt(0) >> 5), 0, ...[...PREFIX].map((c) => c.charCodeAt(0) & 31)]

/** The five-bit symbols of a number, without its checksum. */
export function symbolsOf(number) {
  const text = number.replaceAll('-', '').toLowerCase().slice(PREFIX.length + 1)
  return [...text].map((c) => ALPHABET.indexOf(c)).slice(0, -6)
}

/** The number that holds those symbols. */
export function numberOf(symbols) {
  const sum = residue([...expanded, ...symbols, 0, 0, 0, 0, 0, 0]) ^ TARGET
  const checksum = [0, 1, 2, 3, 4, 5].map((at) => (sum >>> (5 * (5 - at))) & 31)
  return `${PREFIX}1${[...symbols, ...checksum].map((symbol) => ALPHABET[symbol]).join('')}`.toUpperCase()
}
