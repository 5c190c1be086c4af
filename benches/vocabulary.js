/**
 * @file The words of the generated page: everyday English of a business section, by what they do in a sentence, common ones first.
 */

/** @param {string} words */
export const list = (words) => words.trim().split(/\s+/);

export const nouns = list(`
  market company report plan city year government price bank rule project service firm industry country group
  worker week office system customer court minister school power network change month policy question number deal
  fund house law team product case decision road investor budget study harbour factory line problem contract store
  committee agency cost growth demand supply export union region partner training building tax station trade paper
  programme meeting survey harvest storm bridge engine pilot ticket museum hospital farmer river forecast vessel
  border council district library machine market-place neighbour orchard passenger quarter railway season tenant
  village warehouse yard archive bakery cable delegate editor freight garden hearing island journal kitchen ledger
  mayor notary opinion pension quota refund sailor tariff update verdict witness airport branch charter dispute
`);

export const adjectives = list(`
  new large local public small national early long recent strong likely common private foreign final clear major
  annual careful cheap young old quiet regional rival formal broad central costly daily direct empty fair firm
  former fresh full heavy joint key late legal lower main modest narrow open plain poor proper quick rare rough
  safe senior sharp short slow solid steady strict sudden tight urban useful vast weak wide northern southern coastal
`);

export const verbs = list(`
  said made took gave found kept showed left met built paid held asked needed moved raised cut sold bought used
  opened closed changed started followed reached wanted expected approved delayed backed blocked called checked
  counted crossed defended described doubled drew failed financed guided helped hired ignored improved joined
  launched limited measured missed named offered ordered passed planned praised promised questioned received
  reduced rejected replaced reviewed served signed sought studied supported tested traded visited warned welcomed
`);

export const determiners = list('the the the the a a its their this that every one no our another');
export const prepositions = list('in of for with on at from by after before under over against near without across');
export const conjunctions = list('and and but while because although so where until');
export const openers = list('However Meanwhile Later Instead Still Today Elsewhere Officially Again');
export const names = list(`
  Harwick Ostrava Lindqvist Marchetti Okafor Petrović Saint-Aubin Tanaka Ullmann Varga Wexford Yıldız Zoltan Brannigan
  Castellane Dunmore Eriksen Fairholme Guðrún Hallam
`);
