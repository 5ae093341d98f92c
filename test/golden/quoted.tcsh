setenv WERF_ENV 'a\!b'; setenv DOCKER_CONFIG 'C:\Program Files\tmp\ci-env 42'; setenv DOCKER_CERT_PATH '~/a b'; setenv WERF_ADD_ANNOTATION_CI_GIT_TAG 'ci.werf.io/tag=v1 100% it'\''s #1 & ^2 (3) *';
