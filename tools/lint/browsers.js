// The oldest devices that we promise to serve, in browserslist's words. iPads of 2013 end at
// iOS 12.5, whose Safari is 12.1; those of 2015 end at 15.8.
export default ['ios_saf 12.2-12.5', 'ios_saf 15.6-15.8'];
