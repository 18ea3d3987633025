// Browsers that enforce Trusted Types take the address of a script from a policy only. This one lets
// pass what the build named, beside this script.

const policy = globalThis.trustedTypes?.createPolicy('casd-simulator', { createScriptURL: (address) => address })

/** The address of one of the simulator's own scripts, as a browser takes it. */
export const trusted = (address) => policy?.createScriptURL(address) ?? address
