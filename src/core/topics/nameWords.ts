const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Common nouns for what a system is; the head of "a distributed task scheduler". */
export const systemNouns = words(`
  tool toolkit toolchain platform system service library framework engine database datastore store language
  compiler runtime server client proxy gateway scheduler orchestrator broker queue cache pipeline product app
  application plugin extension bot assistant agent utility cli api sdk protocol format package module project
  infrastructure layer plane dashboard editor workbench console portal controller operator daemon agent
  algorithm model interface monitor debugger profiler linter parser simulator emulator generator index catalog
  registry warehouse network architecture prototype solution software program component crawler router
  balancer filesystem analyzer tracker visualizer planner recommender allocator collector warmer hub companion counterpart kernel hypervisor microservice website codec encoder player browser ide renderer environment notebook
`);

/** Words that begin titles and sentences before a colon or a verb without naming a system. */
export const headings = words(`
  this that it these those there here what who which when where why how we you they he she i my our your his
  her its their one two three four five part episode chapter series interview guide tutorial introduction intro
  announcement announcing update updates news podcast video review recap preview spotlight note notes case study
  story lesson lessons tip tips trick tricks question questions answer faq talk webinar report paper research
  analysis overview summary conclusion background motivation today yesterday tomorrow monday tuesday wednesday
  thursday friday saturday sunday january february march april may june july august september october november
  december spring summer autumn fall winter christmas each every some all most many both another such other
  data cloud security design culture engineering science machine deep big open source core web mobile platform
  team company business user users customer customers developer developers engineer engineers product head
  first second third last next new old best better good great more less north south east west america europe
  asia africa london paris berlin tokyo york francisco california india china japan germany france singapore
  amsterdam stockholm seattle boston chicago austin dublin munich sydney toronto seoul beijing shanghai bangalore
  english french german spanish chinese japanese american european beyond behind inside under from to in on at
  and or but if as so yes no not now then once while after before since during with without because although
  however moreover finally meanwhile performance testing search storage language success failure time life work
  welcome hello thanks please let make making building using getting working being becoming having problem result
  problems change changes future past present history year month week day dark mode apis support introducing meet
`);

/** Words, folded, that name a topic only in the company of their field: the cost of a retry is no cloud cost. */
export const everydayWords = words(`
  cost efficiency guest traveler booking reservation language international message image photo artwork ad
  brand icon interface growth retention signup conversion campaign ledger wallet checkout subscription bank
  loan financial trading discount catalog merchant seller shopping delivery inventory routing ride dispatch
  location navigation feed creator founder student news publishing editorial election citizen meal menu
  cooking food car vehicle promotion candidate hire leader collaborate guild planning deadline estimate
  estimation productive focus sponsor contribute contributing contributor community energy climate iteration
  sprint mystery legal agent chip sound speech prompt transformer rank relevance fairness bias abuse survey
  researcher scale edge stream warehouse lineage identity lyric translation subtitle mobile web scientific
  annotation
`);

/** Titles before and parts of a person's name or work. */
export const people = words(`mr mrs ms dr prof ceo cto cfo vp`);

/** Companies and publications whose names are no systems; folded as labels are. */
export const companies = words(`
  netflix google alphabet facebook meta amazon apple microsoft twitter uber lyft airbnb linkedin spotify dropbox
  slack stripe square paypal ebay etsy pinterest instagram snapchat snap reddit quora yelp groupon grab grabtaxi
  gojek shopify zalando booking expedia tripadvisor trivago airtable notion asana atlassian salesforce oracle
  ibm intel amd nvidia arm samsung sony huawei tencent alibaba baidu bytedance tiktok youtube twitch hulu disney
  github gitlab bitbucket stackoverflow medium wikipedia wikimedia mozilla adobe autodesk figma canva cloudflare
  fastly akamai datadog newrelic elastic mongodb databrick snowflake confluent hashicorp redhat canonical vmware
  cisco dell hp doordash instacart deliveroo delivery hellofresh wayfair walmart target zillow redfin opendoor
  coinbase robinhood revolut monzo wise klarna plaid brex gusto intuit squarespace wix wordpress automattic
  hubspot zendesk intercom twilio sendgrid mailchimp okta auth0 1password duolingo coursera udemy khanacademy
  nyt guardian bbc cnn bloomberg reuter forbe buzzfeed vimeo soundcloud deezer pandora shazam tinder bumble
  hinge okcupid discord zoom telegram whatsapp signal viber line kakao naver coupang rakuten mercari flipkart
  swiggy zomato ola paytm razorpay myntra tesla spacex waymo cruise zoox ford bmw toyota nasa mckinsey palantir
  openai anthropic deepmind huggingface cohere mistral yahoo aol tumblr flickr imgur giphy foursquare strava
  peloton fitbit garmin philip siemen bosch sap soundhound outbrain taboola criteo blablacar skyscanner kayak
  farfetch asos otto ikea lego nike adidas nubank mercadolibre rappi olx allegro artsy thoughtbot thoughtwork
  basecamp 37signal heroku digitalocean vercel netlify sourcegraph circleci jetbrain docker postman cockroachlab
  scylladb planetscale supabase hasura apollo wikidata twosigma janestreet citadel goldman jpmorgan capitalone
  americanexpress visa mastercard riot riotgame roblox epic epicgame unity zynga supercell king ubisoft ea
  valve blizzard activision nintendo playstation xbox cern mit stanford berkeley harvard reinvent wework hbo
  microsoft365 linkedinengineering iphone ipad macbook jetblue mcdonald fedex ups dhl quantcast thumbtack
`);
