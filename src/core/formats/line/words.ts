/** Words of titles and pages that are hardly ever part of a person's name; lower case. */
export const notNames: ReadonlySet<string> = new Set(
  `a the and or but nor of in on at to for from with without within by into onto over under about after before
    between through during against as is are was were be been being has have had does did can could should would
    might must not no yes it its it's this that these those there here what when where which who why how
    our my your their his her we you they i us me them all any each every some more most less least few many much
    new first next better worse great true open closed full faster slow
    simple easy modern early late better present part one two three
    four five six seven eight nine ten year years days week weeks weekly daily monthly month months today
    yesterday tomorrow hour hours minute minutes monday tuesday wednesday thursday friday saturday sunday january
    february march july september october november december
    data database databases engineering engineer machine learning software hardware system systems platform platforms
    service services microservice microservices cloud code coding programming program developer developers development
    design designing product products team teams people company business customer customers user users experience
    api apis app apps application applications web site website pages mobile ios android linux windows macos
    kubernetes docker python javascript typescript java rust golang react node sql postgres mysql redis kafka spark
    git github gitlab aws google azure amazon netflix facebook meta microsoft apple openai security privacy performance
    testing test tests quality scale scalability reliability availability observability monitoring logging metrics
    infrastructure architecture distributed computing compute storage network networks networking server servers
    client clients frontend backend stack stacks framework frameworks library libraries tool tools tooling toolkit
    guides tutorial tutorials tips tricks lessons lesson stories study studies overview introduction
    intro dive behind scenes inside meet meeting welcome hello goodbye update updates release releases notes
    version announcing announcement news newsletter online blog blogs post posts article articles archive archives
    reading listen watch video videos podcast episode series chapter section table contents search menu about
    contact privacy terms help status careers jobs press login subscribe follow share save comment comments category
    categories tag tags topic topics popular latest recent featured related previous older newer sign log
    artificial intelligence neural language models model training inference analytics analysis science research
    experiment experimentation experiments causal statistics pipeline pipelines stream streaming batch event events
    queue queues cache caching memory disk file files format formats query queries index indexing graph graphs tree
    trees hash map maps set sets list lists string strings type types function functions object objects class classes
    method methods pattern patterns principle principles practice practices process processes strategy culture remote
    work working office life health time money global local public private internal external control plane
    access permission permissions identity authentication authorization token tokens keys password passwords
    chaos monkey review reviews retrospective incident incidents postmortem outage migration migrating debugging
    bug bugs error errors failure failures problem problems solution solutions question questions answer answers
    search ranking recommendation recommendations personalization content media image images audio music game games
    interview interviews conference talk talks hack hackathon roadmap vision mission values diversity inclusion
    growth marketing sales finance payments payment billing revenue costs pricing budget
    open-source source sources project projects community foundation organization manifesto
    using building scaling making running getting going moving writing understanding thinking managing creating
    improving optimizing automating introducing exploring hands-on end-to-end real-time getting-started
    unknown anonymous various untitled draft zero trust edge lambda serverless orchestrated garbage collection
    dynamic static functional reactive concurrent parallel asynchronous virtual digital smart secure safe
    der die das und oder ein eine einer eines für mit ohne über unter auf aus bei nach vom zum zur wie was warum wir
    neue neuer neues les des une pour avec sans dans sur sous comment pourquoi nous notre los las una para con sin
    como por qué nuestro`
    .split(/\s+/u)
    .filter(word => word),
);

/** Words of titles that are parts of names too: "Will Day", "Larry Page". */
export const rarelyNames: ReadonlySet<string> = new Set(
  `will may april june august day long page story case best fast good small short key power price free low deep an
  do read real summer winter spring autumn world so past young last big old high cost close hard quick home future
  art hall guide chance`.split(/\s+/u),
);

/** Words of a job title, as alternatives of a regular expression. */
export const roles =
  'engineers?|engineering|manager|designer|director|scientist|lead|leader|vp|svp|evp|cto|ceo|cfo|coo|ciso|developer|architect|head|founder|co-founder|cofounder|editor|editor-in-chief|intern|principal|staff|senior|junior|analyst|researcher|professor|fellow|president|officer|advocate|evangelist|consultant|writer|author|programmer|administrator|specialist|strategist|sre|devops|student|journalist|reporter|columnist|contributor|partner|associate|chief|chair|technologist|product|coach|recruiter|resident|operations|attorney|counsel|economist|statistician|curator|teacher|lecturer|data science|marketing|entwickler|entwicklerin|ingenieur|ingenieurin|redakteur|redakteurin|leiter|leiterin|ingénieure?|développeur|développeuse|ingeniero|ingeniera|desarrollador|desarrolladora';
