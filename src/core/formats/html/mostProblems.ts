/** Problems told of one page: more of them no one reads. */
export const mostProblems = 1000;
