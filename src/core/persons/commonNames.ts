/** Family names, folded, of which an initial says next to nothing about who it is. */
const common = new Set(
  `wang li lee zhang zhao chen liu yang huang wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng
  han feng yu dong cheng cao yuan fu shen peng pan zeng xiao jiang cai jia ding wei ye du su lu ren yao chang zhong tan
  kim park choi choe jung jeong chung kang cho yoon yun jang lim shin seo kwon hwang ahn song hong chan wong cheung
  nguyen tran le pham hoang huynh vu vo dang bui do ngo duong ho phan
  kumar singh sharma patel gupta shah khan ali ahmed ahmad hassan hussain mohamed mohammed das roy rao reddy jain agarwal
  mehta verma mishra iyer chowdhury rahman islam
  smith johnson williams brown jones miller davis wilson anderson taylor thomas moore martin jackson thompson white harris
  clark lewis robinson walker young allen king wright scott hill green adams baker hall campbell mitchell roberts carter
  phillips evans turner parker collins edwards stewart morris murphy cook rogers morgan cooper reed bell ward cox
  richardson wood watson brooks bennett gray james hughes price myers long ross foster
  garcia rodriguez martinez hernandez lopez gonzalez gonzales perez sanchez ramirez torres flores rivera gomez diaz cruz
  fernandez alvarez romero ruiz silva santos souza oliveira pereira costa ferreira rodrigues almeida
  muller mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann koch bauer richter klein wolf
  martin bernard dubois durand moreau laurent rossi russo ferrari bianchi romano
  ivanov ivanova petrov petrova smirnov kuznetsov popov
  sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada
  hansen johansen olsen larsen andersen nielsen jensen pedersen johansson andersson karlsson nilsson eriksson
  jansen devries vandenberg bakker visser kowalski nowak yilmaz kaya demir cohen levy nagy kovacs
  mbeki okafor mensah abdullah ibrahim`.split(/\s+/),
);

/** One syllable, as most Chinese and Korean family names are in Latin letters; few of them serve a great many people. */
const syllable = /^(?:zh|ch|sh|hs|ts|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,3}(?:n|ng|r|h|k)?$/;

/** A family name with so many first letters of given names in one library is common there, whatever it is. */
const manyInitials = 5;

/** Whether a family name is so common that more has to be shared before two of its names are one person. */
export function isCommonFamily(family: string, initials: number): boolean {
  return family.length < 3 || common.has(family) || syllable.test(family) || initials >= manyInitials;
}
