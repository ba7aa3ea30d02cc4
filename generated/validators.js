// Generated from openapi/ by `npm run generate`. Do not edit.

export const loginRequest = validate10;

function validate10(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="loginRequest" */
  let vErrors = null;
  let errors = 0;
  const fail = (error) => {
    (vErrors ??= []).push(error);
    errors++;
  };
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    const tag0 = data.authType;
    if (typeof tag0 == 'string') {
      if (tag0 === '1') {
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          if (data.account === undefined) {
            fail({
              instancePath,
              schemaPath: '#/oneOf/0/required',
              keyword: 'required',
              params: { missingProperty: 'account' },
            });
          }
          if (data.authType === undefined) {
            fail({
              instancePath,
              schemaPath: '#/oneOf/0/required',
              keyword: 'required',
              params: { missingProperty: 'authType' },
            });
          }
          if (data.password === undefined) {
            fail({
              instancePath,
              schemaPath: '#/oneOf/0/required',
              keyword: 'required',
              params: { missingProperty: 'password' },
            });
          }
          for (const key0 in data) {
            if (!(key0 === 'account' || key0 === 'authType' || key0 === 'password')) {
              fail({
                instancePath,
                schemaPath: '#/oneOf/0/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
              });
            }
          }
          if (data.account !== undefined) {
            if (typeof data.account !== 'string') {
              fail({
                instancePath: instancePath + '/account',
                schemaPath: '#/oneOf/0/properties/account/type',
                keyword: 'type',
                params: { type: 'string' },
              });
            }
          }
          if (data.authType !== undefined) {
            let data1 = data.authType;
            if (typeof data1 !== 'string') {
              fail({
                instancePath: instancePath + '/authType',
                schemaPath: '#/oneOf/0/properties/authType/type',
                keyword: 'type',
                params: { type: 'string' },
              });
            }
            if (!(data1 === '1')) {
              fail({
                instancePath: instancePath + '/authType',
                schemaPath: '#/oneOf/0/properties/authType/enum',
                keyword: 'enum',
                params: { allowedValues: ['1'] },
              });
            }
          }
          if (data.password !== undefined) {
            if (!(typeof data.password === 'string')) {
              fail({
                instancePath: instancePath + '/password',
                schemaPath: '#/oneOf/0/properties/password/type',
                keyword: 'type',
                params: { type: 'string' },
              });
            }
          }
        } else {
          fail({ instancePath, schemaPath: '#/oneOf/0/type', keyword: 'type', params: { type: 'object' } });
        }
      } else if (tag0 === '2') {
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          if (data.account === undefined) {
            fail({
              instancePath,
              schemaPath: '#/oneOf/1/required',
              keyword: 'required',
              params: { missingProperty: 'account' },
            });
          }
          if (data.authType === undefined) {
            fail({
              instancePath,
              schemaPath: '#/oneOf/1/required',
              keyword: 'required',
              params: { missingProperty: 'authType' },
            });
          }
          if (data.captchaToken === undefined) {
            fail({
              instancePath,
              schemaPath: '#/oneOf/1/required',
              keyword: 'required',
              params: { missingProperty: 'captchaToken' },
            });
          }
          for (const key1 in data) {
            if (!(key1 === 'account' || key1 === 'authType' || key1 === 'captchaToken')) {
              fail({
                instancePath,
                schemaPath: '#/oneOf/1/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key1 },
              });
            }
          }
          if (data.account !== undefined) {
            if (typeof data.account !== 'string') {
              fail({
                instancePath: instancePath + '/account',
                schemaPath: '#/oneOf/1/properties/account/type',
                keyword: 'type',
                params: { type: 'string' },
              });
            }
          }
          if (data.authType !== undefined) {
            let data4 = data.authType;
            if (typeof data4 !== 'string') {
              fail({
                instancePath: instancePath + '/authType',
                schemaPath: '#/oneOf/1/properties/authType/type',
                keyword: 'type',
                params: { type: 'string' },
              });
            }
            if (!(data4 === '2')) {
              fail({
                instancePath: instancePath + '/authType',
                schemaPath: '#/oneOf/1/properties/authType/enum',
                keyword: 'enum',
                params: { allowedValues: ['2'] },
              });
            }
          }
          if (data.captchaToken !== undefined) {
            if (!(typeof data.captchaToken === 'string')) {
              fail({
                instancePath: instancePath + '/captchaToken',
                schemaPath: '#/oneOf/1/properties/captchaToken/type',
                keyword: 'type',
                params: { type: 'string' },
              });
            }
          }
        } else {
          fail({ instancePath, schemaPath: '#/oneOf/1/type', keyword: 'type', params: { type: 'object' } });
        }
      } else {
        fail({
          instancePath,
          schemaPath: '#/discriminator',
          keyword: 'discriminator',
          params: { error: 'mapping', tag: 'authType', tagValue: tag0 },
        });
      }
    } else {
      fail({
        instancePath,
        schemaPath: '#/discriminator',
        keyword: 'discriminator',
        params: { error: 'tag', tag: 'authType', tagValue: tag0 },
      });
    }
  } else {
    fail({ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } });
  }
  validate10.errors = vErrors;
  return errors === 0;
}

export const loginResponse = validate11;

const formats0 =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

function validate11(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="loginResponse" */
  let vErrors = null;
  let errors = 0;
  const fail = (error) => {
    (vErrors ??= []).push(error);
    errors++;
  };
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.code === undefined) {
      fail({
        instancePath,
        schemaPath: '#/anyOf/0/required',
        keyword: 'required',
        params: { missingProperty: 'code' },
      });
    }
    if (data.msg === undefined) {
      fail({ instancePath, schemaPath: '#/anyOf/0/required', keyword: 'required', params: { missingProperty: 'msg' } });
    }
    if (data.data === undefined) {
      fail({
        instancePath,
        schemaPath: '#/anyOf/0/required',
        keyword: 'required',
        params: { missingProperty: 'data' },
      });
    }
    if (data.code !== undefined) {
      let data0 = data.code;
      if (!(data0 === 0 || data0 === '0')) {
        fail({
          instancePath: instancePath + '/code',
          schemaPath: '#/anyOf/0/properties/code/enum',
          keyword: 'enum',
          params: { allowedValues: [0, '0'] },
        });
      }
    }
    if (data.msg !== undefined) {
      if (typeof data.msg !== 'string') {
        fail({
          instancePath: instancePath + '/msg',
          schemaPath: '#/anyOf/0/properties/msg/type',
          keyword: 'type',
          params: { type: 'string' },
        });
      }
    }
    if (data.data !== undefined) {
      let data2 = data.data;
      if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
        if (data2.userInfo === undefined) {
          fail({
            instancePath: instancePath + '/data',
            schemaPath: '#/anyOf/0/properties/data/required',
            keyword: 'required',
            params: { missingProperty: 'userInfo' },
          });
        }
        if (data2.sessionInfo === undefined) {
          fail({
            instancePath: instancePath + '/data',
            schemaPath: '#/anyOf/0/properties/data/required',
            keyword: 'required',
            params: { missingProperty: 'sessionInfo' },
          });
        }
        if (data2.userInfo !== undefined) {
          let data3 = data2.userInfo;
          if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
            if (data3.userId === undefined) {
              fail({
                instancePath: instancePath + '/data/userInfo',
                schemaPath: '#/anyOf/0/properties/data/properties/userInfo/required',
                keyword: 'required',
                params: { missingProperty: 'userId' },
              });
            }
            if (data3.firstname === undefined) {
              fail({
                instancePath: instancePath + '/data/userInfo',
                schemaPath: '#/anyOf/0/properties/data/properties/userInfo/required',
                keyword: 'required',
                params: { missingProperty: 'firstname' },
              });
            }
            if (data3.phone === undefined) {
              fail({
                instancePath: instancePath + '/data/userInfo',
                schemaPath: '#/anyOf/0/properties/data/properties/userInfo/required',
                keyword: 'required',
                params: { missingProperty: 'phone' },
              });
            }
            if (data3.userId !== undefined) {
              if (typeof data3.userId !== 'string') {
                fail({
                  instancePath: instancePath + '/data/userInfo/userId',
                  schemaPath: '#/anyOf/0/properties/data/properties/userInfo/properties/userId/type',
                  keyword: 'type',
                  params: { type: 'string' },
                });
              }
            }
            if (data3.firstname !== undefined) {
              if (typeof data3.firstname !== 'string') {
                fail({
                  instancePath: instancePath + '/data/userInfo/firstname',
                  schemaPath: '#/anyOf/0/properties/data/properties/userInfo/properties/firstname/type',
                  keyword: 'type',
                  params: { type: 'string' },
                });
              }
            }
            if (data3.surname !== undefined) {
              if (typeof data3.surname !== 'string') {
                fail({
                  instancePath: instancePath + '/data/userInfo/surname',
                  schemaPath: '#/anyOf/0/properties/data/properties/userInfo/properties/surname/type',
                  keyword: 'type',
                  params: { type: 'string' },
                });
              }
            }
            if (data3.phone !== undefined) {
              if (typeof data3.phone !== 'string') {
                fail({
                  instancePath: instancePath + '/data/userInfo/phone',
                  schemaPath: '#/anyOf/0/properties/data/properties/userInfo/properties/phone/type',
                  keyword: 'type',
                  params: { type: 'string' },
                });
              }
            }
            if (data3.email !== undefined) {
              let data8 = data3.email;
              if (typeof data8 !== 'string') {
                fail({
                  instancePath: instancePath + '/data/userInfo/email',
                  schemaPath: '#/anyOf/0/properties/data/properties/userInfo/properties/email/type',
                  keyword: 'type',
                  params: { type: 'string' },
                });
              }
              const _errs20 = errors;
              let valid4 = false;
              const _errs21 = errors;
              if (typeof data8 !== 'string') {
                fail({
                  instancePath: instancePath + '/data/userInfo/email',
                  schemaPath: '#/anyOf/0/properties/data/properties/userInfo/properties/email/anyOf/0/type',
                  keyword: 'type',
                  params: { type: 'string' },
                });
              }
              if (!(data8 === '')) {
                fail({
                  instancePath: instancePath + '/data/userInfo/email',
                  schemaPath: '#/anyOf/0/properties/data/properties/userInfo/properties/email/anyOf/0/enum',
                  keyword: 'enum',
                  params: { allowedValues: [''] },
                });
              }
              var _valid1 = _errs21 === errors;
              valid4 = valid4 || _valid1;
              if (!valid4) {
                const _errs23 = errors;
                if (typeof data8 === 'string') {
                  if (!formats0.test(data8)) {
                    fail({
                      instancePath: instancePath + '/data/userInfo/email',
                      schemaPath: '#/anyOf/0/properties/data/properties/userInfo/properties/email/anyOf/1/format',
                      keyword: 'format',
                      params: { format: 'email' },
                    });
                  }
                } else {
                  fail({
                    instancePath: instancePath + '/data/userInfo/email',
                    schemaPath: '#/anyOf/0/properties/data/properties/userInfo/properties/email/anyOf/1/type',
                    keyword: 'type',
                    params: { type: 'string' },
                  });
                }
                var _valid1 = _errs23 === errors;
                valid4 = valid4 || _valid1;
              }
              if (!valid4) {
                fail({
                  instancePath: instancePath + '/data/userInfo/email',
                  schemaPath: '#/anyOf/0/properties/data/properties/userInfo/properties/email/anyOf',
                  keyword: 'anyOf',
                  params: {},
                });
              } else {
                errors = _errs20;
                if (vErrors !== null) {
                  if (_errs20) {
                    vErrors.length = _errs20;
                  } else {
                    vErrors = null;
                  }
                }
              }
            }
          } else {
            fail({
              instancePath: instancePath + '/data/userInfo',
              schemaPath: '#/anyOf/0/properties/data/properties/userInfo/type',
              keyword: 'type',
              params: { type: 'object' },
            });
          }
        }
        if (data2.sessionInfo !== undefined) {
          let data9 = data2.sessionInfo;
          if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
            if (data9.accessToken === undefined) {
              fail({
                instancePath: instancePath + '/data/sessionInfo',
                schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/required',
                keyword: 'required',
                params: { missingProperty: 'accessToken' },
              });
            }
            if (data9.expiresIn === undefined) {
              fail({
                instancePath: instancePath + '/data/sessionInfo',
                schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/required',
                keyword: 'required',
                params: { missingProperty: 'expiresIn' },
              });
            }
            if (data9.issuedAt === undefined) {
              fail({
                instancePath: instancePath + '/data/sessionInfo',
                schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/required',
                keyword: 'required',
                params: { missingProperty: 'issuedAt' },
              });
            }
            if (data9.refreshToken === undefined) {
              fail({
                instancePath: instancePath + '/data/sessionInfo',
                schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/required',
                keyword: 'required',
                params: { missingProperty: 'refreshToken' },
              });
            }
            if (data9.accessToken !== undefined) {
              if (!(typeof data9.accessToken === 'string')) {
                fail({
                  instancePath: instancePath + '/data/sessionInfo/accessToken',
                  schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/properties/accessToken/type',
                  keyword: 'type',
                  params: { type: 'string' },
                });
              }
            }
            if (data9.expiresIn !== undefined) {
              let data11 = data9.expiresIn;
              if (!(typeof data11 == 'number' && !(data11 % 1) && !isNaN(data11) && isFinite(data11))) {
                fail({
                  instancePath: instancePath + '/data/sessionInfo/expiresIn',
                  schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/properties/expiresIn/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                });
              }
            }
            if (data9.issuedAt !== undefined) {
              if (typeof data9.issuedAt !== 'string') {
                fail({
                  instancePath: instancePath + '/data/sessionInfo/issuedAt',
                  schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/properties/issuedAt/type',
                  keyword: 'type',
                  params: { type: 'string' },
                });
              }
            }
            if (data9.refreshToken !== undefined) {
              if (!(typeof data9.refreshToken === 'string')) {
                fail({
                  instancePath: instancePath + '/data/sessionInfo/refreshToken',
                  schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/properties/refreshToken/type',
                  keyword: 'type',
                  params: { type: 'string' },
                });
              }
            }
          } else {
            fail({
              instancePath: instancePath + '/data/sessionInfo',
              schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/type',
              keyword: 'type',
              params: { type: 'object' },
            });
          }
        }
      } else {
        fail({
          instancePath: instancePath + '/data',
          schemaPath: '#/anyOf/0/properties/data/type',
          keyword: 'type',
          params: { type: 'object' },
        });
      }
    }
  } else {
    fail({ instancePath, schemaPath: '#/anyOf/0/type', keyword: 'type', params: { type: 'object' } });
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const _errs35 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.code === undefined) {
        fail({
          instancePath,
          schemaPath: '#/anyOf/1/required',
          keyword: 'required',
          params: { missingProperty: 'code' },
        });
      }
      if (data.msg === undefined) {
        fail({
          instancePath,
          schemaPath: '#/anyOf/1/required',
          keyword: 'required',
          params: { missingProperty: 'msg' },
        });
      }
      if (data.code !== undefined) {
        let data14 = data.code;
        if (
          !(typeof data14 == 'number' && !(data14 % 1) && !isNaN(data14) && isFinite(data14)) &&
          typeof data14 !== 'string'
        ) {
          fail({
            instancePath: instancePath + '/code',
            schemaPath: '#/anyOf/1/properties/code/type',
            keyword: 'type',
            params: { type: ['integer', 'string'] },
          });
        }
        const _errs39 = errors;
        const _errs40 = errors;
        if (!(data14 === 0 || data14 === '0')) {
          fail({});
        }
        var valid7 = _errs40 === errors;
        if (valid7) {
          fail({
            instancePath: instancePath + '/code',
            schemaPath: '#/anyOf/1/properties/code/not',
            keyword: 'not',
            params: {},
          });
        } else {
          errors = _errs39;
          if (vErrors !== null) {
            if (_errs39) {
              vErrors.length = _errs39;
            } else {
              vErrors = null;
            }
          }
        }
      }
      if (data.msg !== undefined) {
        if (typeof data.msg !== 'string') {
          fail({
            instancePath: instancePath + '/msg',
            schemaPath: '#/anyOf/1/properties/msg/type',
            keyword: 'type',
            params: { type: 'string' },
          });
        }
      }
    } else {
      fail({ instancePath, schemaPath: '#/anyOf/1/type', keyword: 'type', params: { type: 'object' } });
    }
    var _valid0 = _errs35 === errors;
    valid0 = valid0 || _valid0;
  }
  if (!valid0) {
    fail({ instancePath, schemaPath: '#/anyOf', keyword: 'anyOf', params: {} });
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate11.errors = vErrors;
  return errors === 0;
}

export const registerUserRequest = validate12;

function validate12(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="registerUserRequest" */
  let vErrors = null;
  let errors = 0;
  const fail = (error) => {
    (vErrors ??= []).push(error);
    errors++;
  };
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.firstname === undefined) {
      fail({ instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: 'firstname' } });
    }
    if (data.phone === undefined) {
      fail({ instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: 'phone' } });
    }
    if (data.captchaToken === undefined) {
      fail({
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'captchaToken' },
      });
    }
    if (data.password === undefined) {
      fail({ instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: 'password' } });
    }
    for (const key0 in data) {
      if (
        !(
          key0 === 'firstname' ||
          key0 === 'surname' ||
          key0 === 'phone' ||
          key0 === 'email' ||
          key0 === 'captchaToken' ||
          key0 === 'password'
        )
      ) {
        fail({
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
        });
      }
    }
    if (data.firstname !== undefined) {
      if (typeof data.firstname !== 'string') {
        fail({
          instancePath: instancePath + '/firstname',
          schemaPath: '#/properties/firstname/type',
          keyword: 'type',
          params: { type: 'string' },
        });
      }
    }
    if (data.surname !== undefined) {
      if (typeof data.surname !== 'string') {
        fail({
          instancePath: instancePath + '/surname',
          schemaPath: '#/properties/surname/type',
          keyword: 'type',
          params: { type: 'string' },
        });
      }
    }
    if (data.phone !== undefined) {
      if (typeof data.phone !== 'string') {
        fail({
          instancePath: instancePath + '/phone',
          schemaPath: '#/properties/phone/type',
          keyword: 'type',
          params: { type: 'string' },
        });
      }
    }
    if (data.email !== undefined) {
      let data3 = data.email;
      if (typeof data3 !== 'string') {
        fail({
          instancePath: instancePath + '/email',
          schemaPath: '#/properties/email/type',
          keyword: 'type',
          params: { type: 'string' },
        });
      }
      const _errs10 = errors;
      let valid1 = false;
      const _errs11 = errors;
      if (typeof data3 !== 'string') {
        fail({
          instancePath: instancePath + '/email',
          schemaPath: '#/properties/email/anyOf/0/type',
          keyword: 'type',
          params: { type: 'string' },
        });
      }
      if (!(data3 === '')) {
        fail({
          instancePath: instancePath + '/email',
          schemaPath: '#/properties/email/anyOf/0/enum',
          keyword: 'enum',
          params: { allowedValues: [''] },
        });
      }
      var _valid0 = _errs11 === errors;
      valid1 = valid1 || _valid0;
      if (!valid1) {
        const _errs13 = errors;
        if (typeof data3 === 'string') {
          if (!formats0.test(data3)) {
            fail({
              instancePath: instancePath + '/email',
              schemaPath: '#/properties/email/anyOf/1/format',
              keyword: 'format',
              params: { format: 'email' },
            });
          }
        } else {
          fail({
            instancePath: instancePath + '/email',
            schemaPath: '#/properties/email/anyOf/1/type',
            keyword: 'type',
            params: { type: 'string' },
          });
        }
        var _valid0 = _errs13 === errors;
        valid1 = valid1 || _valid0;
      }
      if (!valid1) {
        fail({
          instancePath: instancePath + '/email',
          schemaPath: '#/properties/email/anyOf',
          keyword: 'anyOf',
          params: {},
        });
      } else {
        errors = _errs10;
        if (vErrors !== null) {
          if (_errs10) {
            vErrors.length = _errs10;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.captchaToken !== undefined) {
      if (!(typeof data.captchaToken === 'string')) {
        fail({
          instancePath: instancePath + '/captchaToken',
          schemaPath: '#/properties/captchaToken/type',
          keyword: 'type',
          params: { type: 'string' },
        });
      }
    }
    if (data.password !== undefined) {
      if (!(typeof data.password === 'string')) {
        fail({
          instancePath: instancePath + '/password',
          schemaPath: '#/properties/password/type',
          keyword: 'type',
          params: { type: 'string' },
        });
      }
    }
  } else {
    fail({ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } });
  }
  validate12.errors = vErrors;
  return errors === 0;
}

export const registerUserResponse = validate13;

function validate13(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  /*# sourceURL="registerUserResponse" */
  let vErrors = null;
  let errors = 0;
  const fail = (error) => {
    (vErrors ??= []).push(error);
    errors++;
  };
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.code === undefined) {
      fail({
        instancePath,
        schemaPath: '#/anyOf/0/required',
        keyword: 'required',
        params: { missingProperty: 'code' },
      });
    }
    if (data.msg === undefined) {
      fail({ instancePath, schemaPath: '#/anyOf/0/required', keyword: 'required', params: { missingProperty: 'msg' } });
    }
    if (data.data === undefined) {
      fail({
        instancePath,
        schemaPath: '#/anyOf/0/required',
        keyword: 'required',
        params: { missingProperty: 'data' },
      });
    }
    if (data.code !== undefined) {
      let data0 = data.code;
      if (!(data0 === 0 || data0 === '0')) {
        fail({
          instancePath: instancePath + '/code',
          schemaPath: '#/anyOf/0/properties/code/enum',
          keyword: 'enum',
          params: { allowedValues: [0, '0'] },
        });
      }
    }
    if (data.msg !== undefined) {
      if (typeof data.msg !== 'string') {
        fail({
          instancePath: instancePath + '/msg',
          schemaPath: '#/anyOf/0/properties/msg/type',
          keyword: 'type',
          params: { type: 'string' },
        });
      }
    }
    if (data.data !== undefined) {
      let data2 = data.data;
      if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
        if (data2.userId === undefined) {
          fail({
            instancePath: instancePath + '/data',
            schemaPath: '#/anyOf/0/properties/data/required',
            keyword: 'required',
            params: { missingProperty: 'userId' },
          });
        }
        if (data2.phone === undefined) {
          fail({
            instancePath: instancePath + '/data',
            schemaPath: '#/anyOf/0/properties/data/required',
            keyword: 'required',
            params: { missingProperty: 'phone' },
          });
        }
        if (data2.sessionInfo === undefined) {
          fail({
            instancePath: instancePath + '/data',
            schemaPath: '#/anyOf/0/properties/data/required',
            keyword: 'required',
            params: { missingProperty: 'sessionInfo' },
          });
        }
        if (data2.userId !== undefined) {
          if (typeof data2.userId !== 'string') {
            fail({
              instancePath: instancePath + '/data/userId',
              schemaPath: '#/anyOf/0/properties/data/properties/userId/type',
              keyword: 'type',
              params: { type: 'string' },
            });
          }
        }
        if (data2.phone !== undefined) {
          if (typeof data2.phone !== 'string') {
            fail({
              instancePath: instancePath + '/data/phone',
              schemaPath: '#/anyOf/0/properties/data/properties/phone/type',
              keyword: 'type',
              params: { type: 'string' },
            });
          }
        }
        if (data2.sessionInfo !== undefined) {
          let data5 = data2.sessionInfo;
          if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
            if (data5.accessToken === undefined) {
              fail({
                instancePath: instancePath + '/data/sessionInfo',
                schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/required',
                keyword: 'required',
                params: { missingProperty: 'accessToken' },
              });
            }
            if (data5.expiresIn === undefined) {
              fail({
                instancePath: instancePath + '/data/sessionInfo',
                schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/required',
                keyword: 'required',
                params: { missingProperty: 'expiresIn' },
              });
            }
            if (data5.issuedAt === undefined) {
              fail({
                instancePath: instancePath + '/data/sessionInfo',
                schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/required',
                keyword: 'required',
                params: { missingProperty: 'issuedAt' },
              });
            }
            if (data5.refreshToken === undefined) {
              fail({
                instancePath: instancePath + '/data/sessionInfo',
                schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/required',
                keyword: 'required',
                params: { missingProperty: 'refreshToken' },
              });
            }
            if (data5.accessToken !== undefined) {
              if (!(typeof data5.accessToken === 'string')) {
                fail({
                  instancePath: instancePath + '/data/sessionInfo/accessToken',
                  schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/properties/accessToken/type',
                  keyword: 'type',
                  params: { type: 'string' },
                });
              }
            }
            if (data5.expiresIn !== undefined) {
              let data7 = data5.expiresIn;
              if (!(typeof data7 == 'number' && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
                fail({
                  instancePath: instancePath + '/data/sessionInfo/expiresIn',
                  schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/properties/expiresIn/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                });
              }
            }
            if (data5.issuedAt !== undefined) {
              if (typeof data5.issuedAt !== 'string') {
                fail({
                  instancePath: instancePath + '/data/sessionInfo/issuedAt',
                  schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/properties/issuedAt/type',
                  keyword: 'type',
                  params: { type: 'string' },
                });
              }
            }
            if (data5.refreshToken !== undefined) {
              if (!(typeof data5.refreshToken === 'string')) {
                fail({
                  instancePath: instancePath + '/data/sessionInfo/refreshToken',
                  schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/properties/refreshToken/type',
                  keyword: 'type',
                  params: { type: 'string' },
                });
              }
            }
          } else {
            fail({
              instancePath: instancePath + '/data/sessionInfo',
              schemaPath: '#/anyOf/0/properties/data/properties/sessionInfo/type',
              keyword: 'type',
              params: { type: 'object' },
            });
          }
        }
      } else {
        fail({
          instancePath: instancePath + '/data',
          schemaPath: '#/anyOf/0/properties/data/type',
          keyword: 'type',
          params: { type: 'object' },
        });
      }
    }
  } else {
    fail({ instancePath, schemaPath: '#/anyOf/0/type', keyword: 'type', params: { type: 'object' } });
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const _errs22 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.code === undefined) {
        fail({
          instancePath,
          schemaPath: '#/anyOf/1/required',
          keyword: 'required',
          params: { missingProperty: 'code' },
        });
      }
      if (data.msg === undefined) {
        fail({
          instancePath,
          schemaPath: '#/anyOf/1/required',
          keyword: 'required',
          params: { missingProperty: 'msg' },
        });
      }
      if (data.code !== undefined) {
        let data10 = data.code;
        if (
          !(typeof data10 == 'number' && !(data10 % 1) && !isNaN(data10) && isFinite(data10)) &&
          typeof data10 !== 'string'
        ) {
          fail({
            instancePath: instancePath + '/code',
            schemaPath: '#/anyOf/1/properties/code/type',
            keyword: 'type',
            params: { type: ['integer', 'string'] },
          });
        }
        const _errs26 = errors;
        const _errs27 = errors;
        if (!(data10 === 0 || data10 === '0')) {
          fail({});
        }
        var valid5 = _errs27 === errors;
        if (valid5) {
          fail({
            instancePath: instancePath + '/code',
            schemaPath: '#/anyOf/1/properties/code/not',
            keyword: 'not',
            params: {},
          });
        } else {
          errors = _errs26;
          if (vErrors !== null) {
            if (_errs26) {
              vErrors.length = _errs26;
            } else {
              vErrors = null;
            }
          }
        }
      }
      if (data.msg !== undefined) {
        if (typeof data.msg !== 'string') {
          fail({
            instancePath: instancePath + '/msg',
            schemaPath: '#/anyOf/1/properties/msg/type',
            keyword: 'type',
            params: { type: 'string' },
          });
        }
      }
    } else {
      fail({ instancePath, schemaPath: '#/anyOf/1/type', keyword: 'type', params: { type: 'object' } });
    }
    var _valid0 = _errs22 === errors;
    valid0 = valid0 || _valid0;
  }
  if (!valid0) {
    fail({ instancePath, schemaPath: '#/anyOf', keyword: 'anyOf', params: {} });
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate13.errors = vErrors;
  return errors === 0;
}
